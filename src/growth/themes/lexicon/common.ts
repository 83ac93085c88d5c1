/** Words that say nothing of what a comment is about, whatever company they keep. Written for Cairn. */
export const common = new Set(
  `a about above actually add added adding after again agree ah all almost already alright also although always am an and another
any anybody anymore anyone anything anyway apart apparently are aren't around as aside ask at away back bad basically be because been
before being believe below best better between big bit both btw but by came can can't cannot case cases cause certain certainly change
changed changes changing check clear clearly code come comes could couldn't course curious did didn't difference different do does doesn't doing
don't done down due each easier easily easy edit either else enough especially etc even ever every everything exact exactly example
except fair far feel few figure file files find fine first fix fixed fixes fixing follow following for found from full fully function functions further
gave general generally get gets getting give given gives go goes going gone good got great guess had happen happens happy hard has hasn't
have haven't having he hello help hence her here hey hi him his hm hmm hope how however huh i i'd i'll i'm i've idea if ignore iiuc imo imho in indeed
instead interesting into is isn't issue issues it it'd it'll it's its itself just keep kind know last later latter leave least left less let let's
like likely line lines little long longer look looked looking looks lot lots made main make makes making many matter may maybe me mean meaning means
meant mention mentioned merge merged might mind mine minor more most mostly much must my myself name necessary need needed needs neither never nevermind new next
nice nit nits no nobody none nor not note nothing notice noticed now obvious obviously of off often oh ok okay old on once one ones only open opinion or
original other others otherwise ought our ours out over own part particular past people perhaps personally place please point points possible
possibly pr prefer preference pretty previous previously probably problem propose pull push pushed put question questions quick quite rather re read reading real really reason
reasonable recent remember remove removed removing reply request resolve resolved rest review reviewed reviewing right said same say saying says second see seem seems seen
sense separate set several shall she should shouldn't show shows side similar simple simply since single small so some somebody somehow someone
something sometimes somewhat soon sorry sort sounds still stuff style such suggest suggested suggestion suggestions supposed sure take taken takes talking tell than thank
thanks that that'd that's the their them themselves then there there's therefore these they they're thing things think thinking third this those
though thought thoughts three through thus time times to today together too top totally touch touching tried true truly try trying turn turns two under understand
understanding unless unlikely until up update updated updates upon us use used useful user uses using usual usually value values very via wait want wanted wants was wasn't
way ways we we'd we'll we're we've well went were weren't what what's whatever when where whether which while who whole why will wish with
within without won't wonder wondering wont word words work worked working works worth would wouldn't write writing written wrong wrote yeah yep yes yet
you you'd you'll you're you've your yours yourself
helpful confused confusing weird strange odd ugly whatever somehow regarding worse worst nicer cleaner applies apply applied closer
ack utack lgtm concept reack nack ping cc bump ditto wip tl dr fwiw afaik afaict iirc tbh ie eg vs aka http https www com org md txt github commit comment comments
january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday`.split(
    /\s+/,
  ),
);
