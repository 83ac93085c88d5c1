/**
 * Every name that package.json and the code share, written once. `npm run check` holds both
 * against each other.
 */
export const extensionId = 'cairn-mentoring.cairn';

export const commands = {
  signIn: 'cairn.signIn',
  signInWithToken: 'cairn.signInWithToken',
  signOut: 'cairn.signOut',
  chooseAccount: 'cairn.chooseAccount',
  pullFeedback: 'cairn.pullFeedback',
  cancelPull: 'cairn.cancelPull',
  chooseRepositories: 'cairn.chooseRepositories',
  chooseProgrammeFolder: 'cairn.chooseProgrammeFolder',
  editProfile: 'cairn.editProfile',
  addFeedback: 'cairn.addFeedback',
  tagFeedback: 'cairn.tagFeedback',
  tagKeep: 'cairn.tagKeep',
  tagStop: 'cairn.tagStop',
  tagStart: 'cairn.tagStart',
  untagFeedback: 'cairn.untagFeedback',
  linkFeedback: 'cairn.linkFeedback',
  unlinkFeedback: 'cairn.unlinkFeedback',
  setAsideFeedback: 'cairn.setAsideFeedback',
  bringBackFeedback: 'cairn.bringBackFeedback',
  acceptSuggestion: 'cairn.acceptSuggestion',
  resetSuggestions: 'cairn.resetSuggestions',
  rateFeedback: 'cairn.rateFeedback',
  rateHelpful: 'cairn.rateHelpful',
  rateNotHelpful: 'cairn.rateNotHelpful',
  sendRating: 'cairn.sendRating',
  showReviewTrend: 'cairn.showReviewTrend',
  showGrowth: 'cairn.showGrowth',
  writeReport: 'cairn.writeReport',
  kudos: 'cairn.kudos',
  openFeedback: 'cairn.openFeedback',
  openOnGitHub: 'cairn.openOnGitHub',
  openPullRequest: 'cairn.openPullRequest',
  replyToThread: 'cairn.replyToThread',
  resolveThread: 'cairn.resolveThread',
  unresolveThread: 'cairn.unresolveThread',
  annotateComment: 'cairn.annotateComment',
  groupFeedback: 'cairn.groupFeedback',
  filterFeedback: 'cairn.filterFeedback',
  clearFilter: 'cairn.clearFilter',
  nameTheme: 'cairn.nameTheme',
  mergeThemes: 'cairn.mergeThemes',
  splitTheme: 'cairn.splitTheme',
  moveToTheme: 'cairn.moveToTheme',
  openEarlier: 'cairn.openEarlier',
  addAnnotation: 'cairn.addAnnotation',
  keepNote: 'cairn.keepNote',
  keepPrivateNote: 'cairn.keepPrivateNote',
  publishNote: 'cairn.publishNote',
  replyToAnnotation: 'cairn.replyToAnnotation',
  editAnnotation: 'cairn.editAnnotation',
  saveAnnotation: 'cairn.saveAnnotation',
  cancelAnnotationEdit: 'cairn.cancelAnnotationEdit',
  deleteAnnotation: 'cairn.deleteAnnotation',
  resolveAnnotation: 'cairn.resolveAnnotation',
  unresolveAnnotation: 'cairn.unresolveAnnotation',
  tagAnnotation: 'cairn.tagAnnotation',
  linkAnnotation: 'cairn.linkAnnotation',
  togglePrivateAnnotation: 'cairn.togglePrivateAnnotation',
  publishAnnotation: 'cairn.publishAnnotation',
  submitReview: 'cairn.submitReview',
  openAnnotation: 'cairn.openAnnotation',
  showDrafts: 'cairn.showDrafts',
  discardDraft: 'cairn.discardDraft',
  createGoal: 'cairn.createGoal',
  createGoalFromTemplate: 'cairn.createGoalFromTemplate',
  rateSkill: 'cairn.rateSkill',
  showRubric: 'cairn.showRubric',
  editGoal: 'cairn.editGoal',
  completeGoal: 'cairn.completeGoal',
  reopenGoal: 'cairn.reopenGoal',
  archiveGoal: 'cairn.archiveGoal',
  addMilestone: 'cairn.addMilestone',
  completeMilestone: 'cairn.completeMilestone',
  addNextAction: 'cairn.addNextAction',
  editNextAction: 'cairn.editNextAction',
  completeNextAction: 'cairn.completeNextAction',
  togglePrivate: 'cairn.togglePrivate',
  showHistory: 'cairn.showHistory',
  undo: 'cairn.undo',
  createSpace: 'cairn.createSpace',
  switchSpace: 'cairn.switchSpace',
  addMentee: 'cairn.addMentee',
  openCommonSpace: 'cairn.openCommonSpace',
  joinSpace: 'cairn.joinSpace',
  shareSpace: 'cairn.shareSpace',
  syncSpace: 'cairn.syncSpace',
  exportSpace: 'cairn.exportSpace',
  importSpace: 'cairn.importSpace',
  eraseRecord: 'cairn.eraseRecord',
  restoreBackup: 'cairn.restoreBackup',
  showSpace: 'cairn.showSpace',
  coachDocument: 'cairn.coachDocument',
  explainCoach: 'cairn.explainCoach',
  silenceFinding: 'cairn.silenceFinding',
  insertSavedRemark: 'cairn.insertSavedRemark',
  saveRemark: 'cairn.saveRemark',
  editSavedRemarks: 'cairn.editSavedRemarks',
  rephrase: 'cairn.rephrase',
  startPairing: 'cairn.startPairing',
  handOff: 'cairn.handOff',
  takeOver: 'cairn.takeOver',
  endPairing: 'cairn.endPairing',
  logSession: 'cairn.logSession',
  openSession: 'cairn.openSession',
  editSession: 'cairn.editSession',
  prepareSession: 'cairn.prepareSession',
  exportCalendar: 'cairn.exportCalendar',
  searchSessions: 'cairn.searchSessions',
  openPlaybook: 'cairn.openPlaybook',
  runPlaybookStep: 'cairn.runPlaybookStep',
  copyPlaybook: 'cairn.copyPlaybook',
  planCareerConversation: 'cairn.planCareerConversation',
  askForHelp: 'cairn.askForHelp',
  thankForHelp: 'cairn.thankForHelp',
  recordStep: 'cairn.recordStep',
  agree: 'cairn.agree',
  answerScales: 'cairn.answerScales',
  pulse: 'cairn.pulse',
  sharePulse: 'cairn.sharePulse',
  answerTrial: 'cairn.answerTrial',
  showMentorship: 'cairn.showMentorship',
  guessReview: 'cairn.guessReview',
  judgeGuess: 'cairn.judgeGuess',
  showWithoutGuess: 'cairn.showWithoutGuess',
  startMentorship: 'cairn.startMentorship',
  editMentorship: 'cairn.editMentorship',
  openCharter: 'cairn.openCharter',
  acceptCharter: 'cairn.acceptCharter',
  endMentorship: 'cairn.endMentorship',
  pauseMentorship: 'cairn.pauseMentorship',
  resumeMentorship: 'cairn.resumeMentorship',
  handOverMentorship: 'cairn.handOverMentorship',
  captureKnowledge: 'cairn.captureKnowledge',
  searchKnowledge: 'cairn.searchKnowledge',
  openKnowledge: 'cairn.openKnowledge',
  editKnowledge: 'cairn.editKnowledge',
  withdrawKnowledge: 'cairn.withdrawKnowledge',
  groupKnowledge: 'cairn.groupKnowledge',
  exportTour: 'cairn.exportTour',
  showKnowledgeRisks: 'cairn.showKnowledgeRisks',
  showLog: 'cairn.showLog',
  showLoad: 'cairn.showLoad',
  exportRecognition: 'cairn.exportRecognition',
  showProgramme: 'cairn.showProgramme',
  publishSpace: 'cairn.publishSpace',
  deleteCache: 'cairn.deleteCache',
} as const;

export const views = {
  goals: 'cairn.goals',
  feedback: 'cairn.feedback',
  sessions: 'cairn.sessions',
  knowledge: 'cairn.knowledge',
} as const;

/** Set with `setContext`; used in the `when` clauses of package.json. */
export const contextKeys = {
  /** A token or a session is there. */
  signedIn: 'cairn.signedIn',
  /** There is at least one repository to pull from. */
  hasRepositories: 'cairn.hasRepositories',
  /** There is at least one piece of feedback, of whatever kind. */
  hasFeedback: 'cairn.hasFeedback',
  /** A pull is under way. */
  pulling: 'cairn.pulling',
  /** The Feedback view shows a part only. */
  filtered: 'cairn.filtered',
  /** The space that is shown knows who mentors whom. */
  hasMentorship: 'cairn.hasMentorship',
  /** The state has been read from disk. */
  loaded: 'cairn.loaded',
} as const;

/** Without the `cairn.` in front. */
export const settings = {
  host: 'github.host',
  repositories: 'github.repositories',
  pullInterval: 'github.pullInterval',
  mentee: 'mentee',
  syncInterval: 'syncInterval',
  dataFolder: 'dataFolder',
  programmeFolder: 'programme.folder',
  mentoringHours: 'mentoring.hoursPerMonth',
  mentoringReviewMinutes: 'mentoring.minutesPerReview',
  pairingTurnMinutes: 'pairing.turnMinutes',
  pairingHooks: 'pairing.hooks',
  coachLevel: 'coach.level',
  coachSilenced: 'coach.silenced',
  coachPraise: 'coach.praise',
  coachLanguageModel: 'coach.languageModel',
  coachDecorations: 'coach.decorations',
  growthOpportunities: 'growth.opportunities',
  recall: 'growth.recall',
} as const;

/** Scheme of the read-only documents that show a diff hunk where the file is not in the workspace. */
export const hunkScheme = 'cairn-hunk';
/** Scheme of the read-only documents that show a side of a file of a pull request. */
export const pullRequestScheme = 'cairn-pr';
/** Scheme of the read-only document with a reviewer's own trend. */
export const trendScheme = 'cairn-trend';
/** Scheme of the documents of sessions, which are written by hand and saved into the journal. */
export const sessionScheme = 'cairn';
/** Id of the comment controller that draws feedback in the editor. */
export const commentController = 'cairn.feedback';
/** Id of the comment controller that draws annotations, and in whose boxes they are written. */
export const annotationController = 'cairn.annotations';
/** Set in the memory of a workspace while a pairing runs there, so that its turn is shown after a restart, too. */
export const pairingMark = 'cairn.pairing.runs';
/** Kept for a workspace: the pull requests whose review the mentee asked to see without a guess. */
export const shownWithoutGuess = 'cairn.shownWithoutGuess';
