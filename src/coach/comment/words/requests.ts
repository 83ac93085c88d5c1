const list = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that may stand before an order: "please", "nit:", "then". */
export const leads = list(`
  please pls plz also and then so just but or ok okay again here first next ditto nit nits minor style better simply
  instead actually finally additionally otherwise lastly hi hey kindly probably nitpick suggestion issue todo chore
  polish quibble typo
`);

/** Verbs that begin an order. */
export const orderVerbs = list(`
  add use make move rename put extract split include document mention explain write keep change replace update convert
  switch wrap call return check ensure handle try align sort test pass set fix clarify simplify merge filter declare
  define mark squash rebase place catch throw log cache reuse refactor format remove delete drop revert undo stop avoid
  ditch kill get don't never do create implement rewrite rework redo break combine group inline introduce limit insert
  indent initialize initialise hardcode import export expose hide implement reorder restore follow give provide run
  take turn validate verify consolidate collapse separate unify specify shorten reduce swap store skip prefer leave
  append allow apply assert assign begin start end enable disable bump build capitalize comment compare compute
  cover decouple deduplicate delegate disallow describe escape expand factor fold generate guard improve inject
  inherit join link list load lower map match normalize open optimize order override parse pick pull push quote raise
  read record register reject reset resolve retry reverse round save send serialize show strip subclass trim tweak
  type unwrap upgrade look see be have let correct clean tidy consider stick bring mock stub
`);

/** After an order's verb these show that it was none: "Use of", "Test is", "Return value". */
export const notAfterOrder = list(`
  of is are was were has had will would can could should must may might seems seem looks failed fails fail failing
  value values type types cases suite name statement
`);

/** Verbs of orders that leave a choice of design to talk about. */
export const designVerbs = list(`
  use extract split move replace convert switch wrap refactor rewrite rework redo combine merge introduce inline
  separate unify restructure simplify create implement change make reuse cache store factor decouple inject inherit
  consolidate collapse group avoid don't stop never break delegate subclass handle throw catch return pass override
  turn
`);

/** Verbs after "you could": a request in the form of an offer. */
export const stateVerbs = list(
  `work be fine happen help suffice cover do exist mean matter always already never now`,
);
