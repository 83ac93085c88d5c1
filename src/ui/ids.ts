/**
 * Every name that package.json and the code share, written once. `npm run check` holds both
 * against each other.
 */
export const extensionId = 'cairn-mentoring.cairn';

/** Every command: its id is its name with `cairn.` in front, which is written once, since each window loads it. */
export const commands = named(
  'signIn',
  'signInWithToken',
  'signOut',
  'chooseAccount',
  'pullFeedback',
  'cancelPull',
  'chooseRepositories',
  'chooseProgrammeFolder',
  'editProfile',
  'findMentor',
  'matchProgramme',
  'addFeedback',
  'tagFeedback',
  'tagKeep',
  'tagStop',
  'tagStart',
  'untagFeedback',
  'linkFeedback',
  'unlinkFeedback',
  'setAsideFeedback',
  'bringBackFeedback',
  'acceptSuggestion',
  'resetSuggestions',
  'rateFeedback',
  'rateHelpful',
  'rateNotHelpful',
  'sendRating',
  'showReviewTrend',
  'showGrowth',
  'writeReport',
  'kudos',
  'openFeedback',
  'openOnGitHub',
  'openPullRequest',
  'replyToThread',
  'resolveThread',
  'unresolveThread',
  'annotateComment',
  'groupFeedback',
  'filterFeedback',
  'clearFilter',
  'nameTheme',
  'mergeThemes',
  'splitTheme',
  'moveToTheme',
  'openEarlier',
  'addAnnotation',
  'keepNote',
  'keepPrivateNote',
  'publishNote',
  'replyToAnnotation',
  'editAnnotation',
  'saveAnnotation',
  'cancelAnnotationEdit',
  'deleteAnnotation',
  'resolveAnnotation',
  'unresolveAnnotation',
  'tagAnnotation',
  'linkAnnotation',
  'togglePrivateAnnotation',
  'publishAnnotation',
  'submitReview',
  'openAnnotation',
  'showDrafts',
  'discardDraft',
  'createGoal',
  'createGoalFromTemplate',
  'rateSkill',
  'showRubric',
  'editGoal',
  'completeGoal',
  'reopenGoal',
  'archiveGoal',
  'addMilestone',
  'completeMilestone',
  'addNextAction',
  'editNextAction',
  'completeNextAction',
  'togglePrivate',
  'showHistory',
  'undo',
  'createSpace',
  'switchSpace',
  'addMentee',
  'openCommonSpace',
  'joinSpace',
  'shareSpace',
  'syncSpace',
  'exportSpace',
  'importSpace',
  'eraseRecord',
  'restoreBackup',
  'showSpace',
  'coachDocument',
  'explainCoach',
  'silenceFinding',
  'insertSavedRemark',
  'saveRemark',
  'editSavedRemarks',
  'rephrase',
  'startPairing',
  'handOff',
  'takeOver',
  'endPairing',
  'logSession',
  'openSession',
  'editSession',
  'prepareSession',
  'exportCalendar',
  'searchSessions',
  'openPlaybook',
  'runPlaybookStep',
  'copyPlaybook',
  'planCareerConversation',
  'askForHelp',
  'thankForHelp',
  'recordStep',
  'agree',
  'answerScales',
  'pulse',
  'sharePulse',
  'answerTrial',
  'showMentorship',
  'guessReview',
  'judgeGuess',
  'showWithoutGuess',
  'startMentorship',
  'editMentorship',
  'openCharter',
  'acceptCharter',
  'endMentorship',
  'pauseMentorship',
  'resumeMentorship',
  'handOverMentorship',
  'captureKnowledge',
  'searchKnowledge',
  'openKnowledge',
  'editKnowledge',
  'withdrawKnowledge',
  'groupKnowledge',
  'exportTour',
  'showKnowledgeRisks',
  'showLog',
  'showLoad',
  'exportRecognition',
  'showProgramme',
  'publishSpace',
  'deleteCache',
);

/** Names with their ids. */
function named<const T extends readonly string[]>(...names: T) {
  return Object.fromEntries(names.map((name) => [name, `cairn.${name}`])) as {
    readonly [K in T[number]]: `cairn.${K}`;
  };
}

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
