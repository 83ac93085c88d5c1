// Written by test/tools/tags/fit.ts: do not change by hand. Letters stand for tenths (see model.ts), in the order
// keep, stop, start, none.
export const bias = [-0.75, -0.23, -0.39, 0.38] as const;
export const table = `caaZ +1 for
bYZc =1st answer
eYbX =1st approval
aZYc =1st ask-be
aZab =1st ask-can-it
ZZca =1st ask-can-it-said
abaY =1st ask-can-we
abYb =1st ask-can-you
aZac =1st ask-did-it
aeZY =1st ask-did-you
aZZc =1st ask-do-you
aZab =1st ask-doing
adYZ =1st ask-drop
aZba =1st ask-have-you
ZeZY =1st ask-is-needed
abZa =1st ask-is-you
adZY =1st ask-need
aeaX =1st ask-not
aZba =1st ask-not-do-we
abaZ =1st ask-not-said
aaZc =1st ask-should-i
aaZb =1st ask-should-it-said
Vdcb =1st asks
XgYY =1st avoid
hZaU =1st better
Vdda =1st but
aZcZ =1st clause-ask-can
YWdc =1st clause-do
ZYYf =1st clause-i
cZZa =1st clause-thanks
bYZc =1st curious
aYjT =1st do-asked
ZeYZ =1st faulty
aaZb =1st greets
abZa =1st i-agree
aYbb =1st i-ask
bbUe =1st i-do
ZdaY =1st i-doubt
fYaX =1st i-like
YaZc =1st i-not
aZba =1st i-suggest
ZdaY =1st i-think
ZbcZ =1st i-would
YgXY =1st idle
iXaW =1st is-praised
cXYc =1st it-does
ZXYf =1st it-is
ZdYZ =1st it-not
aZcZ =1st it-should
ZYad =1st lets
iYZV =1st liking
XeXc =1st merged
ZahT =1st missing
ZZdb =1st modal
ZacZ =1st name
WjWZ =1st needless
ZadY =1st nit
ZZdZ =1st norm
bYhT =1st offer
fYZY =1st opens-praising
XWlW =1st order-do
ZfYX =1st order-drop
ZcZZ =1st order-not
YdaY =1st please
jXaT =1st praise
cZZa =1st praises-thing
ZdYa =1st refusal
aWXf =1st report
aXXg =1st reports
cYYc =1st said
ZadX =1st short-asked
dZZZ =1st short-said
ZYfX =1st should
YZYf =1st sorry
cbXZ =1st thanks
iYYX =1st thanksFor
ZbYc =1st there-is
acaZ =1st there-not
bYba =1st thing-can
bXZd =1st thing-is
aZab =1st thing-not
aXda =1st thing-should
dbYZ =1st tiny-said
ZZad =1st told
ZWdc =1st told-be
aeYY =1st told-drop
ZXdb =1st we-does
abYb =1st we-not
aZZc =1st wh-how
baYb =1st wh-said
ZbYb =1st wh-what
adXa =1st why
aaYc =1st why-needed
WhaY =1st wrong
aZYd =1st you-can
daaX =1st you-does
ZcYb =1st you-is
abZZ =1st you-should-not
aZcZ =1st you-will
Wabd =all asked
dWUf =answer
beYY =answer?
eYaZ =approval
abbY =approval?
aZYc =ask-be
aZZc =ask-can-it
ZZbb =ask-can-it-said
abbY =ask-can-we
aZdY =ask-can-you
aYac =ask-did-it
aeYY =ask-did-you
aZXe =ask-do-it
aYeY =ask-doing
adYZ =ask-drop
aabZ =ask-have-you
aaYc =ask-is-it
ZeZY =ask-is-needed
aZac =ask-is-there
abYb =ask-is-you
aeZX =ask-need
aeaW =ask-not
aZba =ask-not-do-we
bYcZ =ask-not-should-we
aaZc =ask-should-i
aaYd =ask-should-it-said
Vafc =asks
ZfXb =avoid
bdbV =avoid?
iYaV =better
WcZd =but
aaXd =but?
aZdY =clause-ask-can
abaZ =clause-ask-is
WWhb =clause-do
cZZa =clause-thanks
bZYc =curious
ZaXe =curious?
aYiV =do-asked
WZce =ends asked
hWZY =exclaims
YhXY =faulty
aZab =faulty?
Xaad =few sentences
aaZb =greets
ZbYc =i-agree
ZYac =i-ask
aZVg =i-do
YfYZ =i-doubt
fYZZ =i-like
YcYc =i-not
aabZ =i-suggest
YZdb =i-think
ZdaZ =i-would
YgXZ =idle
acaZ =idle?
ZdYa =if
iYYX =is-praised
ZcbY =it-can
bbXb =it-does
ZdYa =it-not
ZZbb =it-should
ZYbc =lets
jXYX =liking
aZac =liking?
WaWh =merged
aYac =merged?
aaZc =mid-asked
XZea =missing
aadX =missing?
Wbea =modal
YYcd =modal?
YbbZ =name
aYbb =name?
WgZa =needless
aeXZ =needless?
ZYbb =nit
XZgZ =offer
ZWeb =offer?
YYab =one sentences
iXZX =opens-praising
bUhY =order-do
ZfYX =order-drop
ZeZY =order-not
ZbfV =please
bbXb =please?
lYYT =praise
daXa =praises-thing
ahWX =refusal
bYbZ =refusal?
YZZd =report
aacY =report?
ZWVk =reports
abYa =said
ZacZ =short-asked
dZVe =short-said
YZdb =should
acZa =should?
ZaeY =some asked
YaZe =sorry
caYa =thanks
iYYX =thanksFor
ZaZc =there-is
ZcaY =there-not
abWd =thing-is
bZab =thing-not
ZXcb =thing-should
aZab =thing-should-not
cXWf =tiny-said
Yabb =told
ZZca =told-be
acYa =told-drop
Zbab =up to 1 words
adeZ =up to 15 words
bcXa =up to 3 words
WafZ =up to 30 words
acYc =up to 7 words
Zaac =we-can
YZad =we-does
abYb =we-not
acZZ =we-should
aZZc =wh-how
abYb =wh-said
ZZYd =wh-what
adXa =why
aaYc =why-needed
VkYZ =wrong
aYbc =wrong?
ZaZb =you-can
daaY =you-does
ZcYb =you-is
abZZ =you-should-not
aZcZ =you-will
daaX ^a
ZZac ^actually
aaZb ^added
acZZ ^again
ZZca ^agreed
aZZc ^all
aYac ^any
abYc ^are
aadY ^before
Yaca ^better
aaZc ^build
adZZ ^but
caYa ^clean
ZcbY ^code
baZb ^correct
acYa ^did
acYb ^do
aZZc ^does
acZZ ^doesn't
aZcZ ^don't
abaZ ^drop
aZab ^duplicate
caaZ ^easy
Zaac ^either
bZZb ^emoji
iYYW ^emoji+
caaZ ^exactly
acZZ ^extra
ZZac ^fair
caaY ^finally
ZdYa ^fix
aZac ^fixes
ZYac ^for
cZaZ ^glad
bYab ^good
aZYd ^here
Zcaa ^hmm
ZcaZ ^i
ZcbY ^i'd
ZZac ^i'll
bcYZ ^i'm
Zaac ^interesting
aabZ ^isn't
abaZ ^it
ZZac ^it's
bYab ^just
eZZZ ^keep
ZbYb ^let's
aZZb ^lgtm
aYba ^line
dZZZ ^love
aacZ ^make
ZZac ^maybe
aZcZ ^missing
caZZ ^much
ZZac ^my
ZZdY ^needs
aZab ^never
abaZ ^nice
ZaZc ^no
ZZXe ^note
dZaZ ^ok
ZaZb ^on
aabZ ^one
aZZc ^otherwise
aacZ ^our
abaZ ^out
bbZa ^please
abaZ ^remove
abaZ ^return
Zaac ^right
ZcaZ ^same
ZZad ^see
aaYc ^should
aYcZ ^shouldn't
aZdY ^since
caaZ ^smart
baZa ^so
ZbYb ^sorry
abaZ ^still
dZaY ^super
ZZac ^sure
aZZc ^thank
aYYd ^thanks
bZXe ^that
ZaZc ^that's
beYY ^the
ZcaZ ^there
aacZ ^these
acZY ^this
ZZbc ^to
acaZ ^too
acaZ ^typo
adZY ^unrelated
dZaY ^very
ZaZc ^we
eaaX ^well
acaZ ^what's
ZaZb ^when
aZab ^which
ZaYd ^who
adWc ^why
ZZZd ^will
abZa ^without
baaZ ^works
Yaac ^wow
aZab ^yeah
ZZab ^yes
bbYa ^you
aZba ^you'll
cZaa ^your
ZXhZ a
acZZ a bug
acYa a code
aacY a constant
aZZc a different
aaZc a follow-up
aZcZ a helper
aZcZ a lock
aZYd a look
ebYY a lot
aabZ a map
ZbYc a new
aabZ a parameter
aYac a problem
abZZ a race
aZZc a real
aaZc a reason
acaZ a security
abZb a separate
aZcZ a table
aabZ a template
aYbb a test
aZZb a ticket
cZaZ a very
acaY a warning
acaZ abbreviations
Yabb about
acZa about the
ZaZc about this
YcbY above
Zaab actually
YdbX add
aabZ add a
abaZ add another
abaZ add this
baYb added
aZZc added a
cbaY adding
ZcYb adds
YdWd again
bYab against
Zaca agreed
bZbZ alias
baYb all
aaZb all of
bbaZ all the
aacY alphabetically
ZacZ already
YZfZ also
aZca also check
ZdZZ always
acYb am
aaZb am not
aYcZ an
bZbZ an alias
abaZ an empty
abaZ an exception
aYca an issue
caXb and
baaZ and it
abcY and the
abaZ and then
aZab and we
bZaa and what
ZdZZ another
aZZc another look
ZXae any
ZZbc api
aaZb appreciate
baZa approach
cbZZ are
cYaa are right
aacY are sorted
acZZ are you
acZZ aren't
ZacZ as
aYca as a
baaZ as expected
acZa as it
acaZ asking
aZba assert
aacY async
ZZab at
aeYZ avoid
aZZc backport
adZY bad
XYgZ be
aYac be a
aacZ be better
aYac be called
aabY be code
abZa be deleted
aabZ be done
aZbZ be enough
aaYc be fine
acYa be removed
abZa be the
aYZd because
aZac because the
aZZc been
ZWdd before
aZcZ before we
ZcZa behaviour
ZYeY belongs
aZcZ belongs in
eZZY best
bXgW better
ZacZ better to
baaZ big
abZb bigger
ZacZ blank
aabZ blank line
aYca block
aZbb branch
aacY break
acaZ breaks
aZab browser
abaZ bug
aaXd build
aacZ bump the
Ycba but
aZca but a
ZYbc by
aaZc by the
ZZbb cache
ZbbZ call
ZXbc called
aYcb called code
acZZ caller
ZZac callers
abbY calling
ZcXb can
bYdY can be
ZbaZ can go
aabZ can use
abbY can we
aZbZ can you
cYaa cases
acZZ cast
bbaZ catch
ZbaZ catching
acWc change
bZZb change anything
ZZad change it
ZbXd changed
acYb changes
acaZ changes the
YZca check
ZacZ check for
abbY check is
aZbb check the
acaY checked
ZZZd ci
ZacZ class
iYXX clean
daZZ cleaner
eYaY clear
cZZZ clearer
cZbY clock
abaZ close
aZbZ closed
ZZac closing
TYnW code
aZba code for
aYbb code has
ZZeY code here
abZa code instead
acYa code is
ZZZc comes
ZYad comes from
caYa comment
cbZY comments
acaZ commit this
aZcZ commits
acZZ comparing
aZZc compiler
adaY complicated
acbX condition
abaY condition is
aZcZ configurable
aacZ conflicts
ZcaZ connection
aabZ consider
aabZ considered
caaZ consistent
caaZ consistent with
aacY const
ZaeX constant
aacY constant for
aacZ constants
aZcZ convention
acaZ copy
dcZW correct
aYfX could
aacY could be
ZacZ could you
aaZb coverage
caaZ covers
aYac crash
Zaab curious
aaZc current
abbZ date
acZZ deadlock
abZa debug
abZZ delete
adZZ deleted
ZdZZ dependency
bZZa description
aZZb device
bZXd did
bYab did this
aeYZ did you
aZac didn't
aZac difference
ZbZa different
acZa directly
aZZd discussed
aZYe discussion
Zaac do
bYaa do not
ZcaY do this
abYa do we
bXca docs
aacZ document
ZaZb does
aabZ does it
acYb doesn't
dbZY doing
baaZ doing that
baZa doing this
ZYeZ don't
aXeZ don't forget
aYac don't have
aZac don't know
aacY don't see
acZY don't think
acZZ don't use
Xabb done
abbY down
adZY drop
acZZ drop the
aZab duplicate of
adZY each
ZZcZ early
bZbZ easier
baaZ easier to
cZZZ easy
cZZZ easy to
ZZad either
ZdaY else
dYYa emoji
jYYW emoji+
ZbbZ empty
aacZ end
ZZba enough
dZaY error
caaZ error message
bZaa error messages
aYab errors
aZca escape
acYa ever
beZW every
baaZ everything
eZaY exactly
caaY exactly what
aaZb example
ZeaX exception
abaZ exception here
acaY existing
bZaa expected
baaZ explained
acZZ expose
acZZ extra
ZcZa fail
aYac failed
ZYac failure
ZZac fair
acZZ far
caaZ fast
ZZac faster
aZac file is
aYdZ final
caaY finally
bbaY find
bYXe fine
aacY first
aeUc fix
ZcZZ fix this
YYYg fixed
bWZe fixes
aYac fixes the
baaZ fixing
abaZ flaky
caZZ follow
aaZc follow-up
aXcc for
cZZZ for adding
acaZ for every
baaZ for fixing
caaZ for taking
aabZ for the
aXfY for this
abaZ for two
aZac for your
adZY forever
aYcZ forget
ZaZb forgot
ZbbY four
ZbZb from
ZZZd from the
aacY function
ZeZY get
acZZ get an
abaZ gets
acaY getter
dZaZ glad
ZbbZ go
abZa going to
iXZW good
abaY good idea
Xaad good point
Yaac good question
caZZ good that
aaZb had
abaZ had to
aacY handle
aabY handler
aZZc happen
caZZ happy
bZZa happy to
abaZ hard to
ZcaZ harder
abaY has to
acaY hate
cXZc have
aYca have a
aZZb have been
bZZb have to
aabZ header
aadX helper
cZaZ helpful
aZZb helps
ZddV here
bZaa here is
aZZb here too
acZZ hides
abZZ hides the
Zcaa hmm
bYYd how
aZZb how this
eYWc i
bZaZ i agree
acYa i am
aaZc i can
caZa i could
ZXad i don't
aeZY i get
abbY i had
cZbZ i have
aZac i know
baaZ i learned
caaY i like
aZZc i need
aacZ i prefer
aYac i removed
ZdZZ i see
aaZb i should
Ybbb i think
aZab i thought
bZbZ i tried
aZab i understand
ZZac i will
acZZ i would
ZbZa i'd
acZZ i'd prefer
aZba i'd suggest
XZae i'll
Zaab i'll change
acYZ i'm
ZbZb i'm not
bZZb i've
aZca id
abbY idea
Yaac if
aZab if this
acaY ignored
aacZ imports
ZXcc in
ZYbb in code
aZcZ in the
ZdcW indentation
acaZ indentation is
aZdY inline
aYcZ instead
aYba instead of
ZZab intentional
Zaac interesting
aYbb interface
ZZeZ into
aabZ into a
aacZ into the
ZcaZ introduces
ZcaZ introduces a
ZeVd is
bbYZ is a
aYac is already
acaZ is always
acaY is bad
aabZ is called
aYbb is closed
baaY is correct
caaY is exactly
Yaad is fine
cZaZ is good
acaZ is ignored
aYbb is needed
ZZac is only
acbX is right
aZac is sorted
ZcZZ is that
aZac is there
aZZd is this
aXae is unrelated
caaY is very
acaY isn't
abaZ isn't that
aWae issue
aYbb issue for
aZZc it
abaZ it adds
abbY it already
acZZ it as
aaZc it can
aacY it code
aabZ it could
ZaZc it for
abaZ it here
abZZ it in
YZbd it is
aabZ it possible
cbZX it reads
ZaZc it to
cZZa it up
aZZc it with
ZZba it would
ZaZc it's
acZZ it's a
bYab just
faZW keep
caZZ keep doing
baYb keep it
ZbdY keep the
cZaa kind
cZaa kind of
ZXae know
abaZ know about
aZab known
bZZb large
aZZb last
ZZYe later
aZcZ layer
baaZ learned
caaZ learned something
ZbZa leave
aaZb leave it
aZac left
ZZab let
ZaZb let's
aZZb lgtm
caZZ like
baaZ like a
ZZbb like this
ZaeX line
acZa line num
ZZdZ lines
aZVg link
aZcZ lock
aacY log
aZZc logged
aYZd look
ZZac looking
dcZW looks
ZcaZ looks like
aZab lookup
aabZ loop
ebYY lot
adaX lot of
dZZZ love
acaZ magic
ZYfY make
aZcZ make sure
ZacZ make the
aacZ make this
daYa makes
aaYc makes the
aabZ making this
Zbaa many
aacY map
daZY matches
caZZ matches the
aXae matter
aabZ may want
ZZac maybe
cYXd me
acaZ mean to
acaZ means
adaY meant
abZZ memory
aabZ mention
abZa merge
ZZab merged
aZcZ merging
dYbY message
dZaZ messages
ZbbY method
aYbb might
bXad mind
aZca missing
aYad mistake
aZba mock
aabZ model
aZZc moment
bYZd more
aYbb most
aYca move
aZbZ move this
aZab moved
fZYZ much
aZac must
ZXaf my
ZcbY name
bbaY names
baaZ neat
ZdZZ need
aYbb need a
abaZ need for
acZZ need this
Zaba need to
aZbb needed
aZac needed for
ZZcZ needs
aabZ needs a
aaYc needs it
aYbb never
acaZ never closed
bYYd new
bZZc new version
aacZ newline
ZXbc next
ZZcZ next time
eZaX nice
baaZ nicer
YcYb no
aZac no longer
acZZ no need
aZac no problem
bbZZ nobody
XfUd not
abZa not add
bYZc not have
aaZb not in
aXad not matter
aZac not possible
Zaac not sure
acaZ not to
abaZ not work
ZaXd note
abZa nothing
bXYf now
adZY null
YYXh num
aaZc num code
caaY numbers
aZab obsolete
cbWa of
aZZd of a
abXc of code
aZab of me
aYac of ref
abbY of scope
aabZ of the
acaY of this
abaZ off
aYZc ok
caaZ ok this
bYYd old
baZb old code
bYba old name
YXaf on
ZbZb on it
abZa on the
ZYad once
aYac once per
YadZ one
adZY one of
ZaYd only
ZbaZ only one
aYbb open
aZac opened
aYYe or
aZab other
aaZb other one
aZba other test
aaZb others
aXbc otherwise
aZac otherwise the
abbY our
abbZ out of
aZZc outdated
abaZ over
ZZac override
abZZ overwrites
abZZ overwrites the
aZcZ parameter
aZac parser
aYZc part
aZac part of
ZZca pass
aZcZ pass the
aaZb passed
Zcaa passes
aabZ passing
ZYad patch
abbZ path
aZac per
aZab ping
aZba place
aabZ place for
ZacY please
aZcZ please add
acZZ please fix
aaZb please have
daZY please keep
aZZc please review
aaYc please take
XcZc point
aeaW point of
aYbc possible
aabZ possible to
ZZZe pr
aabZ pr for
acZZ prefer to
aacZ private
YZdZ probably
ZZdZ probably want
bZZb problem
abaZ problem is
ZcaZ public
ZabZ public api
aaZb pull
aaZb pull request
aZcZ push
aZab pushed
aacY put
aabZ put the
YYae question
aabZ queue
aaZc quick
ZcaZ rather
acZa rather not
cbaX read
cZaZ readable
ccZX reads
abYb real
eaXa really
Zcaa reason
acaZ reason for
cZaZ reasonable
abZa reasons
aadY rebase
aacZ recommend
acaY redundant
XWYj ref
aZcZ reference
ZYad release
aYac relevant
aZbb remember
ZfXZ remove
acZZ remove the
acZZ remove this
ZXYf removed
aYac removed it
aZcZ rename
aaZb renamed
ZdbX return
acaY return value
acaY returning
aacZ reuse
aabZ reuse the
bYYe review
dbaW right
ZZZd run
aYad runs
acaY safe
Xcaa same
aaZc same as
abaZ same issue
acaZ same problem
acZY say
cbaX says
abaZ says that
aeYY second
abaY seconds
acZZ security
YbZb see
aYca see any
Zbaa see the
aaZc see what
ZcbY seems
cZaa seen
cXaa sense
babZ sense to
aaZc server
abaZ server is
aZab set
aacZ short
YaeY should
aaZb should i
aYcZ shouldn't
aYca shouldn't we
aabZ sign
baaZ simple
aZba since it
aabZ since this
aacY single
ZbcY size
bZbZ small
caaZ smart
cXac so
abbZ so it
aXda so that
aZZb so this
aYac some
aZab something like
ZbZc sorry
abaZ sorry but
aZab sorry for
acaZ sorry this
abbY sort
ZYda sorted
aaZb sounds
Zaac sounds good
ZcbY space
acaZ spaces
ZZca split
aacZ squash
ZZab start
abaZ state
aadY static
YfaX still
ZdaY still not
acZZ stop
acaZ strange
bbZZ strings
aZab stupid
aZcZ style
abbY such
aZca suggest
abaZ suggestion
dZaY super
ZaYd support
ZaZc support for
aZab support that
Ycba sure
ZcaY sure that
abbZ sure this
aYac sure what
aabZ table
adaY tabs
aaXe take
aZYd take a
caaZ taking
caaZ taking the
aZZb team
aabZ template
ZXcc test
aZab test for
aaZb test it
aZZd test this
aacZ test with
caZZ tested
dWac tests
aYbb tests for
daZY than
bZZb thank
bZZb thank you
aXYg thanks
Zaac thanks a
ecZV thanks for
baWd that
aZac that but
acaZ that every
cYZb that is
ZbbZ that it
aZZc that should
aebV that this
aZac that was
abbZ that we
aZZc that would
caZZ that you
ZeXa that's
adZY that's a
Zaea the
aZab the api
ZZZc the cache
cZaZ the cases
acZZ the cast
ZcaZ the check
cZaY the clock
abZa the code
aZZc the compiler
aacZ the condition
abaZ the contribution
bZba the data
aZZc the difference
bYab the docs
bYcY the error
ZdaY the exception
ZYac the failure
aYbb the file
abbY the indentation
aYbb the interface
aZab the issue
aacZ the loop
cabY the message
abbZ the method
aabZ the model
aZZc the moment
abbY the name
cZaZ the new
aYZc the next
caaZ the numbers
aYZd the old
ZZac the order
ZZbc the other
aZac the parser
adaY the point
ZcaZ the pr
abZZ the real
abbY the return
bbaY the right
Zbab the same
acYa the second
aaZc the server
aabZ the service
abZa the suggestion
ZbcY the test
bYZd the tests
aaZb the ticket
caaY the time
aZcZ the two
aaZc the use
adZY the variable
aacY the version
ZbbZ the view
ZcZZ the whole
ZbcY then
abaZ then it
aabZ then the
ZZZd there
aYca there a
ZbaZ there are
acaY there is
aZZc there was
baaZ these
aZcZ thing
Xbbb think
aZbZ think about
aZac think it
abZa think it's
aabZ think of
aZab think so
ZcZa think this
aacY think you
fhWX this
aaZc this again
aZba this already
abbX this be
Zaac this before
ZZeY this belongs
acaY this can
ZcZa this change
aYbb this code
acZY this comment
aabZ this could
aaZb this ever
aZac this fail
ZZca this has
aZcZ this into
cYaZ this is
aabZ this it
cbZY this looks
caYZ this makes
aZZc this one
ZYZe this please
aYac this pr
aZab this removed
aYad this runs
acaY this seems
aacY this should
beZW this test
ZZba this to
cZZZ this up
ZZac this was
acZa this would
daaY thorough
aZZc those
bYba thought
aZba thought about
acZa thread
aacY three
acZZ throw
aaYc ticket
aZZb ticket for
cZaa time to
aZba timeout
dZbZ to
aabZ to add
ZcaZ to be
aZZc to change
aYac to code
abaZ to commit
aYba to do
aabZ to find
bbZZ to follow
bbcW to have
Ybab to keep
abaZ to know
daaY to me
abaZ to merge
caaY to read
aZZc to ref
caaY to review
cbaX to see
abYa to support
ZZda to the
aZca to update
aZab to use
ZZac to you
cZaa today
ZdYa too
ZdZZ trailing
bZbZ tried
ZcaZ true
aZab try
adZY twice
YbdX two
abaZ two of
aZab type
adYZ typo
aZab ugly
bYZc understand
abaZ unnecessary
aZZc unrelated
aZZb unrelated to
acZa until
abaZ until the
acaY unused
caYZ up
ZYcb update
ZZdZ update the
ZZbb updated
ZYgX use
abYb use case
ZafX use the
aZZc use this
ZZac used
aZab used in
ZYbb user
aZab user is
adZZ users
aacZ using a
aabZ usually
acbX value
adaX variable
acaZ variable is
daaX verified
cWZd version
aaZc version of
jXZV very
baaZ very clean
dZaZ very clear
Yaac very much
ZbbZ view
ZcfU want
ZbdX want to
ZZac wanted to
acaY warning
ZWXi was
aZZb was a
bZYc way
ZdgT we
aZcZ we also
aZYd we had
bbaY we need
ZbdX we should
aZcZ we use
acbX we want
acYa we would
ZZbb weird
hZcT well
cZaa went
cZaa went wrong
gZXY what
aacZ what do
dbbW what i
babY what it
abaY what the
bZaZ what to
caZZ what we
aZZc what you
abaZ what's
acaY what's the
Zbaa when
abaZ when a
acaY when i
aYbb where
aabZ where it
acZZ which
acZZ which is
abaY while
ZeaX whitespace
YXWj who
ZcZZ whole
ZaYc why
acYa why do
aWaf why is
aZac why this
XYZg will
aZYd will be
ZZac will fix
ZZab windows
Yabb with
ZabZ with a
ZbcY with code
bYZd with the
acZZ with this
aacY with two
adXa without
ZcYa without a
acZZ won't
eaZX works
baaZ works as
ZZac works for
caaZ works well
Ydaa would
ZZda would be
aZYc would need
acZZ would rather
aaZb would you
abaZ wouldn't
Yaac wow
babY write
caYa writing
ZZac wrote
aZab yeah
ZZac yes
aZab yet
baZb you
aabZ you add
cZaZ you added
ZacZ you also
abZb you can
aZZb you explain
daZY you for
ZbYc you have
abZa you please
ZZYd you prefer
adaX you sure
aZcZ you think
bZbY you thought
aZcZ you'll
bYab your
aacZ your commits
abaZ zero`;
