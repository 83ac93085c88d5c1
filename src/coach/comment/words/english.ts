const list = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words without a content of their own: what a comment is about is told by the others. */
export const functionWords = list(`
  a an the this that these those it its it's that's there there's here here's what's let's let
  i i'm i'd i'll i've me my we we're we'd we'll we've us our you you're you'd you'll you've your yours they they're
  them their he she his her who whom whose which what when where why how
  and or but so if then than as at by for from in into of off on onto out over to under up with without about after
  before again all also always any anyway both each either else even ever every few just least less many may maybe
  might more most much must neither never no nor not now once one only other others own per perhaps please pls plz
  quite rather really same shall should since some still such sure that's though thus too until very was way well
  were whatever while will would yes yet yeah yep
  am are is isn't aren't be been being can can't cannot could couldn't did didn't do does doesn't doing don't dont
  done had hadn't has hasn't have haven't having won't wouldn't shouldn't wasn't weren't
  kind kinda sort bit little lot lots somehow something somewhat anything everything nothing somewhere
  think thinks thought guess feel feels seem seems look looks looking get gets getting got go goes going make makes
  making need needs want wants know like please okay ok oh ah hi hey hello hmm hm um uh well um thing things stuff
  because therefore however through during against between within such able
  agree agreed exactly actually basically honestly simply literally totally completely definitely absolutely
  people somebody someone everybody everyone nobody guys folks sir team
  good great nice fine right ideal best convinced happy fan love liked enough better
  today tomorrow soon later first second last next time times ago back down right left
`);

/** Words for the place or the thing under review that say nothing about it. */
export const genericNouns = list(`
  code line lines part parts place bit thing things stuff piece block section snippet chunk file files function
  method class change changes commit patch diff pr code's approach solution implementation logic way work job
  comment comments issue issues problem problems error errors mistake mistakes all everywhere above below too
  formatting format style naming name names test tests case cases example
`);

/** Verbs that ask for a change and leave open which. */
export const vagueVerbs = list(`
  fix fixed fixing change changed improve improved improving improvement improvements clean cleanup cleaned cleaning
  rework reworked redo rewrite rewritten refactor refactored refactoring correct corrected repair update updated
  revise revised reconsider rethink adjust adapt handle address check recheck review see look optimize optimise
  tidy try tweak polish restructure mend better kill ditch nuke move moved replace replaced rename renamed split restart
  reword rephrase reorganize reorganise
`);

/** Verdicts on the work that say that, and not what, is wrong. */
export const verdicts = list(`
  wrong bad worse worst poor ugly weird odd strange confusing unclear incorrect broken messy mess sloppy hacky hack
  terrible horrible awful nasty awkward crap crappy stupid silly dumb lame gross garbage rubbish trash junk
  nonsense suck sucks sucked yuck ugh eww ew hideous crazy insane ridiculous useless pointless unnecessary redundant
  weak inefficient suboptimal unprofessional unacceptable inconsistent overkill smelly smell smells fishy questionable
  wtf
`);

/** Words of feeling: a short comment that has one and asks nothing tells how somebody feels, not what to do. */
export const feelings = list(`
  stupid dumb silly crazy insane evil junk garbage nonsense rubbish trash lame awkward annoying hate hates die dies
  grr grrr argh aargh arrgh ugh bah meh sigh boo yikes yuck eww ew gah geez jeez ouch hell heck damn darn crap wtf lol
  ridiculous absurd horrible terrible awful ugly nasty gross disgusting pathetic useless pointless worthless sucks suck
  weird bizarre painful shame sad pity boring hideous worst worse messy hack hacky
  dreadful mad madness insanity stupidity idiotic laughable joke disaster nightmare hopeless clumsy sloppy lazy
`);

/** Words by which a text is known to be English. */
export const commonEnglish = list(`
  the of and to in is it that this for with are be you was on as have but not they at or from by can we an will there
  if what all when your which their has would do how been more no my than its who did get may now could i a so just
  should please use add here why does don't need needs think make it's that's line code test check remove change
  rename fix good nice thanks maybe also only instead because into then these those some other same any where while
  after before like looks see want let's i'm we're isn't doesn't can't about out up one too very really much better
  nit typo missing done move name call return value function method class file
  consider wrong unused great love sure yes ok okay yeah
`);

/** Words of other languages that are names, abbreviations or words of English comments too. */
export const ambiguous =
  list(`os des do no in on as so per die an was hat bei man is ya wat co de da di com app van met go
  dos mas con sin ma ale des var at del les non van men el ne es te tu se la et il por pod den dem und`);

/** Words that are common in other languages and not found in English comments, by language. */
export const foreignWords: readonly ReadonlySet<string>[] = [
  list(`der das und ist nicht ein eine einen einem einer ich wir sie mit auf für auch wird werden kann sollte hier wenn
    oder und den dem das aber noch bitte warum mehr nur sich dem den des vom zum zur wäre könnte hätte gibt schon diese dieser dieses
    sind haben hast hat bei durch ohne doch danke falsch immer`),
  list(`c'est n'est j'ai qu'il s'il ça d'un d'une l'on il le les une est dans pour pas que qui avec sur ce cette ces nous vous ils il elle être avoir mais ou où donc plus
    peut faut pourquoi ici merci des du et au aux je tu ne se sont fait faire comme aussi très bien`),
  list(`el los las una es en por para que con no se lo su como más pero este esta esto aquí y del al hay ser está son
    muy porque qué también puede debe favor gracias si ya cuando sin sobre`),
  list(`o os as um uma é em por para que com não se na no do da dos das mas mais este esta isto aqui e ao há ser está são
    muito porque também pode deve favor obrigado já quando sem sobre você`),
  list(`il lo gli una è di che per non con si questo questa qui ma più del della dei come anche sono essere perché può
    deve grazie quando senza nel nella invece`),
  list(`de het een en van dat is niet te op met voor zijn er maar dit deze hier waarom ook kan moet wordt als bij nog
    naar wel geen graag misschien zou`),
  list(
    `i w na nie że się z do to jest jak ale czy po co tak dla od tego tutaj proszę dlaczego można trzeba być są`,
  ),
  list(`och att det som en är på för med av inte den till har de om ett men var kan här varför ska eller`),
  list(`bir ve bu için de da ne gibi daha çok ile var yok ama burada neden lütfen değil olarak`),
  list(`yang dan di ini itu untuk tidak dengan dari ke ada pada adalah kita saya bisa harus kenapa tolong`),
];
