// Written by test/tools/tags/fit.ts: do not change by hand. Letters stand for tenths (see model.ts), in the order
// keep, stop, start, none.
export const bias = [-0.81, -0.28, -0.28, 0.36] as const;
export const table = `bYYc =1st answer
fYZY =1st approval
aaZc =1st ask-be
aZab =1st ask-can-it
ZZca =1st ask-can-it-said
abaY =1st ask-can-we
abYb =1st ask-can-you
aZac =1st ask-did-it
adZY =1st ask-did-you
adZZ =1st ask-drop
aeZY =1st ask-is-needed
acZa =1st ask-is-you
adZY =1st ask-need
adaX =1st ask-not
abaZ =1st ask-not-said
aaZb =1st ask-should-i
Wcdb =1st asks
XgYY =1st avoid
hZaV =1st better
Xbca =1st but
aZcZ =1st clause-ask-can
ZXdb =1st clause-do
ZYZe =1st clause-i
cZZa =1st clause-thanks
bYYc =1st curious
aYjU =1st do-asked
YfYZ =1st faulty
abZb =1st greets
aYbb =1st i-ask
abWd =1st i-do
ZdaY =1st i-doubt
fYaX =1st i-like
Zaab =1st i-not
aZbZ =1st i-suggest
ZcaZ =1st i-think
ZbbZ =1st i-would
YgYY =1st idle
hXZX =1st is-praised
cYZb =1st it-does
bXYe =1st it-is
ZdZZ =1st it-not
aZcZ =1st it-should
ZYad =1st lets
iYZV =1st liking
XcXe =1st merged
ZahU =1st missing
Xbda =1st modal
ZacY =1st name
WjWZ =1st needless
aacY =1st nit
ZZdZ =1st norm
bZgT =1st offer
gYZY =1st opens-praising
YXkV =1st order-do
aeZY =1st order-drop
acZZ =1st order-not
Zcaa =1st please
kXZU =1st praise
cZZZ =1st praises-thing
ZdYa =1st refusal
aXYe =1st report
aXXg =1st reports
aXad =1st said
ZadY =1st short-asked
eYYa =1st short-said
XafX =1st should
YYYg =1st sorry
cZXc =1st thanks
hYYX =1st thanksFor
ZbYc =1st there-is
acaZ =1st there-not
Zaba =1st thing-can
bYYd =1st thing-is
aYbb =1st thing-not
aYdZ =1st thing-should
daYZ =1st tiny-said
ZZZd =1st told
aXdb =1st told-be
adYY =1st told-drop
ZYda =1st we-does
abZb =1st we-not
bbYa =1st wh-said
abYb =1st wh-what
adYa =1st why
aaYc =1st why-needed
ViaY =1st wrong
aZYd =1st you-can
babZ =1st you-does
ZbZb =1st you-is
aZcZ =1st you-will
Wabd =all asked
dXVf =answer
aeZY =answer?
fYZY =approval
abbY =approval?
aaZc =ask-be
aZZc =ask-can-it
ZZbb =ask-can-it-said
abbY =ask-can-we
ZacZ =ask-can-you
aYac =ask-did-it
adZZ =ask-did-you
aZZc =ask-do-it
aYdZ =ask-doing
adZZ =ask-drop
aaZb =ask-is-it
aeZY =ask-is-needed
abZa =ask-is-you
adZY =ask-need
adaW =ask-not
bYca =ask-not-should-we
aaZb =ask-should-i
aaZc =ask-should-it-said
Vafb =asks
YfXb =avoid
bdbV =avoid?
hYaV =better
YcZc =but
aaYb =but?
aZcZ =clause-ask-can
YXfa =clause-do
ZZac =clause-i
cZZa =clause-thanks
bZYd =curious
ZaXe =curious?
aYiV =do-asked
WZbe =ends asked
fXaY =exclaims
YhXZ =faulty
WZZf =few sentences
aaZb =greets
abZb =i-agree
aYac =i-ask
aaVf =i-do
ZeZY =i-doubt
fYZY =i-like
ZbZb =i-not
aabZ =i-suggest
Yaca =i-think
ZcaZ =i-would
YgXY =idle
abaZ =idle?
acZZ =if
iXYX =is-praised
ZcbY =it-can
cbYZ =it-does
ZdZZ =it-not
aZba =it-should
ZYac =lets
iYYW =liking
aZab =liking?
XaWg =merged
aZac =merged?
aaZb =mid-asked
YZfY =missing
aadX =missing?
Wafa =modal
ZYbc =modal?
ZbbZ =name
aYbb =name?
VhYa =needless
aeYY =needless?
Zaba =norm
YZgY =offer
ZXda =offer?
ZYab =one sentences
hYYX =opens-praising
YWiY =order-do
aeZY =order-drop
adZY =order-not
YbeX =please
abYb =please?
kYYT =praise
dZYa =praises-thing
ZhXX =refusal
bYba =refusal?
ZXZd =report
aacY =report?
aXWi =reports
ZcZa =said
ZadY =short-asked
dYXd =short-said
XZfa =should
acZZ =should?
ZaeX =some asked
YZZf =sorry
cZYc =thanks
hYYX =thanksFor
ZbZb =there-is
acaY =there-not
baWd =thing-is
bZab =thing-not
aYca =thing-should
dYWd =tiny-said
Yaab =told
ZYca =told-be
adYZ =told-drop
Zbab =up to 1 words
Ycea =up to 15 words
bcXb =up to 3 words
YYda =up to 30 words
acYc =up to 7 words
ZXbc =we-does
abZb =we-not
abaZ =we-should
aZZb =wh-how
baYb =wh-said
aaYc =wh-what
adYa =why
aaYc =why-needed
VkXY =wrong
aXbb =wrong?
aaZc =you-can
baaZ =you-does
ZbZb =you-is
aZcZ =you-will
daaX ^a
ZZab ^actually
aaZb ^added
acZZ ^again
ZZca ^agreed
aZZc ^all
aYac ^any
abYc ^are
abaZ ^avoid
aadY ^before
Yaca ^better
adZY ^but
caYZ ^clean
ZbbZ ^code
baZa ^correct
acZa ^did
acYa ^do
aZZc ^does
acZZ ^doesn't
aZcZ ^don't
abaZ ^drop
aZab ^duplicate
caaZ ^easy
Zaac ^either
iYYX ^emoji+
caaZ ^exactly
acZZ ^extra
caaY ^finally
adYa ^fix
aZac ^fixes
aYac ^for
cZaZ ^glad
bZZb ^good
aZZc ^here
Zbaa ^hmm
ZcbY ^i'd
aZab ^i'll
bbYa ^i'm
Zaab ^interesting
aabZ ^isn't
acaY ^it
bZab ^just
ZbZb ^let's
aZba ^line
caaZ ^love
aacZ ^make
ZZac ^maybe
aZcZ ^missing
caZZ ^much
aZac ^my
aadY ^needs
aZab ^never
ZaZd ^no
aaYd ^note
cZaZ ^ok
aZZc ^otherwise
aacZ ^our
abaZ ^out
ZcaZ ^please
abaZ ^remove
ZcaZ ^same
ZZad ^see
aaYc ^should
bYcZ ^shouldn't
aZdY ^since
caaZ ^smart
caZZ ^so
ZcYb ^sorry
abaZ ^still
caaZ ^super
ZZab ^sure
aZYd ^that
ZaZc ^that's
bdYY ^the
ZcaZ ^there
aabZ ^these
acZZ ^this
ZZbb ^to
abaZ ^too
acaZ ^typo
acZY ^unrelated
daaY ^very
aZZd ^we
daaX ^well
acaZ ^what's
aaZc ^when
aZab ^which
aaZb ^who
adWb ^why
ZZZc ^will
baaZ ^works
aZab ^would
Yaac ^wow
aZab ^yeah
abYa ^you
aZba ^you'll
cZaa ^your
ZYgZ a
acZZ a bug
adYZ a code
aacY a constant
aaZb a different
aaZc a follow-up
aacZ a helper
aZcZ a lock
aZYc a look
dbYY a lot
ZcYb a new
aZac a problem
aZZc a real
acaZ a security
abZa a separate
aZcZ a table
aacZ a template
aYbb a test
aabZ a user
acbY a warning
ZbbZ about
adYZ about the
ZaZc about this
YdbY above
ZdbX add
aacY add a
abaZ add another
abaZ add this
abYa added
cbZY adding
ZdXb again
ZZca agreed
babZ alias
baYb all
aacZ alphabetically
ZacZ already
YaeY also
aZca also check
ZdZZ always
abYb am
aaZb am not
aYba an
babZ an alias
abaZ an empty
abaZ an exception
aYca an issue
bZXd and
ZcZZ another
ZYZe any
Zaab api
bZZb approach
cbYY are
cYaa are right
aacZ are sorted
acZa are you
abaZ aren't
abZZ argument
ZabZ as
aZba as a
baaZ as expected
acZZ as it
aaZb as the
aabZ as this
aZbb as well
abaZ asking
aacZ async
aZab at
aabZ at it
abZb at the
aeYZ avoid
aZZc backport
adZZ bad
XZfZ be
aZab be a
aacZ be better
aYac be called
aacY be code
abZa be deleted
aaZc be fine
abYa be removed
abZa be the
abaZ be used
ZZZd because
aZZc because of
ZWcc before
aZbZ before we
ZcZa behaviour
ZZdZ belongs
aZcZ belongs in
dZaY best
bYgW better
ZacZ better to
baaZ big
abZb bigger
aabZ bit more
ZacZ blank
aYca block
aYca branch
abcY break
acaY breaks
aZab browser
abaZ bug
aaYc build
aacZ bump the
YcZb but
aZca but a
aZac but it
ZYac by
ZZbb cache
ZabZ call
ZYad called
aYbb called code
acZa caller
ZZab callers
abbY calling
ZcYc can
aZdY can be
ZbaZ can go
aabZ can use
abbY can we
aZcZ can you
abYb can't
ZcaZ case
bZaa cases
acZY cast
acXb change
Zaac change it
aaYc changed
adYa changes
acaZ changes the
YZcb check
ZacZ check for
abbY check is
aZbb check the
acaY checked
ZZZd ci
hZXX clean
caZZ cleaner
eZaY clear
cZZa clearer
aacY clock
aZcZ closed
aZab closing
UYmX code
aZba code for
aZbb code has
ZZdY code here
abZZ code instead
acXb code is
ZYad comes
ZYad comes from
cbYa comment
bbZZ comments
baZa commit
abaZ commit this
aZdY commits
acZZ comparing
aaZb compiler
abaZ complexity
acaY complicated
acbX condition
abaZ condition is
aZcZ configurable
aacZ conflicts
ZcaZ connection
abbY consider
babY considered
baaZ consistent
caaZ consistent with
aacY const
ZadX constant
aacZ constant for
aabZ constants
abaZ contribution
aacZ convention
acaZ copy
dcZW correct
aaZb correctly
ZZeY could
aacY could be
ZacZ could you
caaZ covers
aZab crash
aaZb current
acZZ deadlock
acZZ delete
adZZ deleted
ZcZZ dependency
aZZb device
baXc did
bZab did this
aeYZ did you
aZac didn't
acZa different
aZZc discussed
aZYe discussion
Ycab do
abbZ do it
aZab do not
Zbab do that
ZcaZ do this
abZa do we
aZac do you
bYbb docs
aabZ document
ZbZb does
aabZ does it
aaZb does this
abYc doesn't
bbZZ doing
aZeY don't
aXda don't forget
aYac don't have
aZac don't know
abaZ don't like
aacY don't see
adZY don't think
acZZ don't use
Yabb done
aabY down
adZY drop
acZZ drop the
aZab duplicate of
aabZ e.g
ZacZ early
baaZ easier
baaZ easier to
cZZa easy
cZaa easy to
Zaac either
abaZ element
adaY else
dZZZ emoji
iYYW emoji+
ZbbZ empty
aabZ end
dZZZ error
bZaZ error message
bZaa error messages
aZZc errors
aZca escape
aaZb ever
adZY every
baaZ everything
dZaY exactly
caaY exactly what
aaYc example
ZeaX exception
acaZ existing
acaZ expose
acZZ extra
aZab failed
ZYac failure
abZZ far
baaZ fast
aZac faster
aZab file is
aYdZ final
caaY finally
aZXe fine
ZbcY first
adUc fix
acZZ fix this
YZYf fixed
bWZe fixes
aYac fixes the
baaZ fixing
abaZ flaky
bbZZ follow
aaZc follow-up
aXac for
cZZZ for adding
acaZ for every
baaZ for taking
acbY for the
aYeY for this
aZac for your
adZY forever
aYcZ forget
ZaZb forgot
ZcaZ from
ZZZd from the
aacZ function
acaY get
acZZ get an
acaY getter
cZaZ glad
ZbbZ go
abZa going to
hZZW good
abaZ good but
bbaY good idea
Yaad good point
Zaac good question
cZaZ good that
babZ great
bZZb had
baaZ had in
aacY handle
abbY handler
caZZ happy
baZa happy to
acaZ hard to
ZcaZ harder
abaY has to
acaY hate
cYZb have
aZba have a
baaZ have no
aacZ have one
aZab have to
aaZb having
abbZ header
aadX helper
cZaZ helpful
ZdcW here
acZZ hides
abZZ hides the
Zbaa hmm
aYYe how
eYWc i
abYa i am
aZZc i can
aYZd i don't
adZY i get
babZ i had
cZbY i have
aZac i know
caaY i like
aZZc i need
aabZ i prefer
aZab i removed
ZdZZ i see
aaZb i should
Ybba i think
aZab i thought
cZaZ i tried
babY i wanted
ZZac i will
abZa i would
Zbaa i'd
acZZ i'd prefer
aZba i'd suggest
YZad i'll
bcYZ i'm
ZbZb i'm not
bZZc i've
aZca id
abaZ idea
Yaab if
aabZ if the
aZab if this
acaY ignored
aacZ imports
ZXbc in
ZZbb in code
baaZ in mind
abbZ in that
ZacZ in the
aabZ in which
aabZ include the
aaZb incorrect
ZdbX indentation
acaZ indentation is
aZcZ inline
aZba instead
aYcb instead of
Zaab interesting
aYca interface
ZZeZ into
aabZ into a
aabZ into the
Zcaa introduces
ZcaZ introduces a
ZeXd is
caYa is a
aYac is already
acaZ is always
abaZ is bad
abbZ is called
aYbb is closed
babY is correct
baaZ is exactly
Yaad is fine
baaZ is good
acaZ is ignored
aYbb is needed
aZcZ is not
ZZac is only
bbaY is right
aZab is sorted
ZdZZ is that
aaZb is the
aZab is there
aZZc is this
aXad is unrelated
caaY is very
adaY isn't
abaY isn't that
aWbd issue
aYbb issue for
ZZac it
acaY it adds
abbY it already
acZZ it as
aaZc it can
aacY it code
abaZ it here
acZZ it in
Zaab it is
aacZ it possible
caaZ it reads
aaZc it to
acZY it's a
aZba its
bYab just
ZbcY keep
abcX keep the
bbZZ keeps
acaZ key
bZbZ kind
bZaa kind of
aXae know
abaZ know about
bZZb large
ZZYe later
aabZ layer
aaZb leave it
ZZbb let
caaZ like
abaZ like it
ZYbc like this
ZadY line
acZZ line num
aZdZ lines
aaWf link
aabZ little
aZcZ lock
aacY log
aZab logged
aYZd look
aZac looking
dcZW looks
abaZ looks like
abbY loop
dbYY lot
acaX lot of
cZaZ love
aZba main
ZZeY make
aZba make sure
ZadY make the
aabZ make this
cZYa makes
ZaZc makes the
aabZ making this
aZcZ map
caZZ matches
caaZ matches the
aXad matter
aZab matters
aacZ may want
ZZbb maybe
cYXd me
abaZ mean to
adaY meant
aacZ mention
acZa merge
aabZ merging
cYbZ message
cZbY messages
ZbbY method
aYac might
bXac mind
aZba missing
aYad mistake
aZbb mock
aabZ model
aZZc moment
aZab more
aYbb most
aYca move
aZba move this
aZab moved
eaYY much
caaZ much better
aZab must
ZYZe my
abbY name
ZdZY need
aYbb need a
aaZb need it
acZZ need this
ZZca need to
aYbc needed
aZac needed for
Zaba needs
aaZc needs it
aYbb never
abaZ never closed
bYYc new
bZZb new version
aabZ newline
aYac next
daaY nice
baaZ nicer
ZbZc no
aZab no longer
adZZ no need
aZab no problem
bbZZ nobody
YfVd not
abZa not add
abaZ not do
aYac not have
aaZb not in
abZZ not introduce
bZbZ not know
aXad not matter
aZac not possible
ZZac not sure
acaZ not to
aZab not used
abaZ not work
aaYc note
bXZd now
acaZ now and
acZZ null
ZZYe num
caaY numbers
aZab object
bcXa of
aZZd of a
aaYd of code
aZab of me
aYac of ref
abbY of scope
acaY of this
aZac ok
caaZ ok this
bYZd old
YYZf on
adZZ on the
ZZac once
aZac once per
YadZ one
adaX one of
ZaZc only
ZbaZ only one
aZab opened
aYYe or
aZba other test
aaZb others
aYbb otherwise
aZab otherwise the
abaY our
aaZc out
aaZc outdated
abbY over
aaZc override
aabZ parameter
aZab parser
aYZc part
aZac part of
ZZca pass
aZba pass the
Zcaa passes
ZZZd patch
aZba place
aabZ place for
YbeX please
aadY please add
aabZ please do
acZZ please don't
acZZ please fix
aabZ please keep
aaYc please review
aaZb please take
aaZb plugin
YcZc point
aeaW point of
aYbb possible
abbY possible to
ZaZd pr
acZZ prefer to
aabZ private
ZadY probably
aZdY probably want
bZZb problem
acaY problem is
abZb project
ZcaZ public
ZacZ public api
abZb pull
aaZb pull request
aZdZ push
aacY put
aabZ put the
YZae question
aaZc quick
ZdZZ rather
acZZ rather not
babY read
cZaZ readable
caZZ reads
abYb real
eaXa really
ZcaZ reason
acaY reason for
cZaZ reasonable
abZa reasons
aZdX rebase
abbY recommend
acaZ redundant
YXYi ref
ZZac release
aZac relevant
afXZ remove
adZZ remove the
acZZ remove this
aYYe removed
aZac removed it
aabZ rename
aaZb renamed
Zbaa request
ZcbY return
acaZ return value
abaY returning
aacZ reuse
aabZ reuse the
bYZc review
ccZX right
aaYc run
aYac runs
acaY safe
Ycaa same
aaZb same as
abaZ same problem
acZY say
bbbY says
acZZ second
acZZ security
YcZb see
aYba see any
acbY seems
cZaa seen
cYaa sense
babZ sense to
abbZ separate
aaZb server
aZab set
YadZ should
aaZb should i
bZcZ shouldn't
bYca shouldn't we
aacZ sign
bbaY simple
aabZ since this
aacY single
ZcbY size
aZcZ small
caaZ smart
dXaa so
abbZ so it
aXda so that
aZZc solution
aYac some
abZb something
aZab something like
ZbZb sorry
abaZ sorry but
aZab sorry for
acaZ sorry this
abbY sort
ZYca sorted
aaZb sounds
Zaab sounds good
ZbaZ space
acaZ spaces
aabZ squash
abbZ state
ZadY static
ZeaW still
abaZ strange
abbZ stream is
abaZ such
aZca suggest
abbY suggestion
caaZ super
ZaYd support
aZab support that
Zbaa sure
abaZ sure that
abbZ sure this
aZab sure what
aZcZ table
adaY tabs
aZXe take
aZYd take a
baaZ taking
baaZ taking the
aabZ template
ZYbc test
aZZc test this
caZa tested
bXbc tests
aYbb tests for
ccZY than
abaZ than the
caZa thank
caZa thank you
aZZc thanks
Zaab thanks a
edZU thanks for
aaXc that
aZab that but
acaZ that every
baaZ that i
aaZc that should
bdbW that this
aZab that was
abbZ that we
aZZc that would
caaZ that you
ZeXa that's
adZY that's a
Yaeb the
aZac the cache
baaZ the cases
acZZ the cast
abbZ the change
ZcaZ the check
aabY the clock
abYb the code
aaZb the compiler
aacZ the condition
acaZ the contribution
bYab the docs
bZbZ the error
adaY the exception
ZYac the failure
aZca the file
abbZ the indentation
aZbb the interface
aacZ the loop
babY the message
abbZ the method
aabZ the model
aZZc the moment
cZaZ the new
aZac the next
caaZ the numbers
aZZc the old
abaZ the only
aZab the order
ZZbb the other
aZab the parser
adaY the point
ZdaY the pr
acZZ the real
abbY the return
abaY the right
acYa the second
aZZc the server
acZZ the suggestion
abbY the test
aZac the tests
babY the time
aaZb the use
abaZ the variable
aacZ the version
abaZ the whole
acaZ them
ZcbY then
acaZ then it
ZYad there
aYca there a
ZbaZ there are
acbY there is
aZZc there was
ZbbZ these
YccZ think
aacZ think about
aZac think it
bbYa think it's
aabZ think of
aZac think so
abZa think that's
ZcZa think this
ZbaZ think we
aadY think you
aZZb thinking
ehXY this
aaZc this again
aZba this already
abcY this be
Zaab this before
ZZdY this belongs
acbY this can
ZbZa this change
aZba this code
acZZ this comment
aabY this could
abaZ this doesn't
aaZb this ever
aZac this fail
aZba this has
aZcZ this into
cZbZ this is
aabZ this it
cbZY this looks
caYZ this makes
aZZc this one
ZZZd this please
aZab this pr
aYac this runs
acaY this seems
aacY this should
bdZX this test
baZa this up
aZac this was
acZZ this would
daaY thorough
aZZc those
bYba thought
aZba thought about
baaZ thought of
acZa thread
abbZ three
acZZ throw
abaZ throws
aaZc ticket
bbYb time
bZbZ time to
caZZ to
aabZ to add
aZZb to change
aYac to code
abaZ to commit
aZba to do
bcZY to follow
bbbW to have
abZa to make
cbaX to me
abaZ to merge
babY to read
cabY to review
cbaX to see
abYa to support
aabZ to test
ZZdZ to the
aZca to update
aZZb to use
ZZab to you
bZaa today
acXb too
ZcZZ trailing
caaZ tried
ZcaZ true
aZac try
acZZ twice
ZbcZ two
abaZ two of
aZab type
acZZ typo
aZab ugly
bYZc understand
abaZ unfortunately this
aZac unrelated
acaZ unused
ZZcb update
ZZdZ update the
ZZba updated
ZYfY use
abYb use case
ZafX use the
aZZc use this
ZYac used
aYbb user
adZZ users
aabZ using a
abbZ usually
ZcbY value
acbY variable
acaZ variable is
cbaX verified
bXac version
aaZb version of
iYZW very
baaZ very clean
dZaZ very clear
Zaab very much
ZceW want
ZbdY want to
acbY warning
ZWXh was
aaZb was a
baXb way
abaZ way to
adfU we
aZcZ we also
ZbZa we can
aZZc we had
bbaY we need
ZbcY we should
aacZ we use
acbX we want
acYa we would
ZZca weird
gYbV well
eZYZ what
aacZ what do
cbaX what i
abaZ what is
babY what it
abaY what the
caZZ what we
aZac what you
acaY what's the
abaZ when a
abbY when i
aYab where
ZdZa which
acaZ which is
acaY while
ZdaY whitespace
YYYg who
abaZ whole
ZbYc why
acYa why do
aWae why is
aZab why this
XYag will
aZZd will be
ZZac will fix
Zaab with
Zaca with a
ZbcY with code
bYZc with the
acZY with this
acYa without
adZY won't
acYa work
eaZX works
baaZ works as
Zaab works for
caaY works well
aabZ worth
Zcaa would
aZcZ would be
aabZ would like
aaZc would need
acZZ would rather
aaZb would you
abaZ wouldn't
Yaac wow
aZab wrote
aZab yeah
ZZac yes
aacZ you add
baaZ you added
ZacZ you also
abZb you can
aZab you explain
dbZX you for
ZbYb you have
aaYd you prefer
adaX you sure
aZcZ you think
bZbY you thought
aacY you'll
abaZ you're
bZbZ your
aacZ your commits
abaZ zero`;
