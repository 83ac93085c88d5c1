import type { commands } from '../ids.ts';
import { acceptCharter } from './acceptCharter.ts';
import { acceptSuggestion } from './acceptSuggestion.ts';
import { addAnnotation, keepNote, keepPrivateNote } from './addAnnotation.ts';
import { addFeedback } from './addFeedback.ts';
import { addMentee } from './addMentee.ts';
import { addMilestone } from './addMilestone.ts';
import { addNextAction } from './addNextAction.ts';
import { agree } from './agree.ts';
import { annotateComment } from './annotateComment.ts';
import { answerScales } from './answerScales.ts';
import { answerTrial } from './answerTrial.ts';
import { askForHelp } from './askForHelp.ts';
import { cancelPull } from './cancelPull.ts';
import { captureKnowledge } from './captureKnowledge.ts';
import { chooseAccount } from './chooseAccount.ts';
import { chooseProgrammeFolder } from './chooseProgrammeFolder.ts';
import { chooseRepositories } from './chooseRepositories.ts';
import { coachDocument } from './coachDocument.ts';
import { completeMilestone } from './completeMilestone.ts';
import { completeNextAction } from './completeNextAction.ts';
import { copyPlaybook } from './copyPlaybook.ts';
import { createGoal } from './createGoal.ts';
import { createGoalFromTemplate } from './createGoalFromTemplate.ts';
import { createSpace } from './createSpace.ts';
import { deleteAnnotation } from './deleteAnnotation.ts';
import { deleteCache } from './deleteCache.ts';
import type { Command } from './deps.ts';
import { cancelAnnotationEdit, editAnnotation, saveAnnotation } from './editAnnotation.ts';
import { editGoal } from './editGoal.ts';
import { editKnowledge } from './editKnowledge.ts';
import { editMentorship } from './editMentorship.ts';
import { editNextAction } from './editNextAction.ts';
import { editProfile } from './editProfile.ts';
import { editSavedRemarks } from './editSavedRemarks.ts';
import { editSession } from './editSession.ts';
import { endMentorship } from './endMentorship.ts';
import { endPairing } from './endPairing.ts';
import { eraseRecord } from './eraseRecord.ts';
import { explainCoach } from './explainCoach.ts';
import { exportCalendar } from './exportCalendar.ts';
import { exportRecognition } from './exportRecognition.ts';
import { exportSpace } from './exportSpace.ts';
import { exportTour } from './exportTour.ts';
import { clearFilter, filterFeedback } from './filterFeedback.ts';
import { findMentor } from './findMentor.ts';
import { archiveGoal, completeGoal, reopenGoal } from './goalStatus.ts';
import { groupFeedback } from './groupFeedback.ts';
import { groupKnowledge } from './groupKnowledge.ts';
import { guessReview } from './guessReview.ts';
import { handOff } from './handOff.ts';
import { handOverMentorship } from './handOverMentorship.ts';
import { importSpace } from './importSpace.ts';
import { insertSavedRemark } from './insertSavedRemark.ts';
import { joinSpace } from './joinSpace.ts';
import { judgeGuess } from './judgeGuess.ts';
import { kudos } from './kudos.ts';
import { linkAnnotation } from './linkAnnotation.ts';
import { linkFeedback } from './linkFeedback.ts';
import { logSession } from './logSession.ts';
import { matchProgramme } from './matchProgramme.ts';
import { mergeThemes } from './mergeThemes.ts';
import { moveToTheme } from './moveToTheme.ts';
import { nameTheme } from './nameTheme.ts';
import { openAnnotation } from './openAnnotation.ts';
import { openCharter } from './openCharter.ts';
import { openCommonSpace } from './openCommonSpace.ts';
import { openEarlier } from './openEarlier.ts';
import { openFeedback } from './openFeedback.ts';
import { openKnowledge } from './openKnowledge.ts';
import { openOnGitHub } from './openOnGitHub.ts';
import { openPlaybook } from './openPlaybook.ts';
import { openPullRequest } from './openPullRequest.ts';
import { openSession } from './openSession.ts';
import { pauseMentorship } from './pauseMentorship.ts';
import { planCareerConversation } from './planCareerConversation.ts';
import { prepareSession } from './prepareSession.ts';
import { publishAnnotation, publishNote } from './publishAnnotation.ts';
import { publishSpace } from './publishSpace.ts';
import { pullFeedback } from './pullFeedback.ts';
import { pulse } from './pulse.ts';
import { rateFeedback, rateHelpful, rateNotHelpful } from './rateFeedback.ts';
import { rateSkill } from './rateSkill.ts';
import { recordStep } from './recordStep.ts';
import { rephrase } from './rephrase.ts';
import { replyToAnnotation } from './replyToAnnotation.ts';
import { replyToThread } from './replyToThread.ts';
import { resetSuggestions } from './resetSuggestions.ts';
import { resolveAnnotation, unresolveAnnotation } from './resolveAnnotation.ts';
import { resolveThread, unresolveThread } from './resolveThread.ts';
import { restoreBackup } from './restoreBackup.ts';
import { resumeMentorship } from './resumeMentorship.ts';
import { runPlaybookStep } from './runPlaybookStep.ts';
import { saveRemark } from './saveRemark.ts';
import { searchKnowledge } from './searchKnowledge.ts';
import { searchSessions } from './searchSessions.ts';
import { sendRating } from './sendRating.ts';
import { bringBackFeedback, setAsideFeedback } from './setAsideFeedback.ts';
import { sharePulse } from './sharePulse.ts';
import { shareSpace } from './shareSpace.ts';
import { discardDraft, showDrafts } from './showDrafts.ts';
import { showGrowth } from './showGrowth.ts';
import { showHistory } from './showHistory.ts';
import { showKnowledgeRisks } from './showKnowledgeRisks.ts';
import { showLoad } from './showLoad.ts';
import { showLog } from './showLog.ts';
import { showMentorship } from './showMentorship.ts';
import { showProgramme } from './showProgramme.ts';
import { showReviewTrend } from './showReviewTrend.ts';
import { showRubric } from './showRubric.ts';
import { showSpace } from './showSpace.ts';
import { showWithoutGuess } from './showWithoutGuess.ts';
import { signIn } from './signIn.ts';
import { signInWithToken } from './signInWithToken.ts';
import { signOut } from './signOut.ts';
import { silenceFinding } from './silenceFinding.ts';
import { splitTheme } from './splitTheme.ts';
import { startMentorship } from './startMentorship.ts';
import { startPairing } from './startPairing.ts';
import { submitReview } from './submitReview.ts';
import { switchSpace } from './switchSpace.ts';
import { syncSpace } from './syncSpace.ts';
import { tagAnnotation } from './tagAnnotation.ts';
import { tagFeedback, tagKeep, tagStart, tagStop, untagFeedback } from './tagFeedback.ts';
import { takeOver } from './takeOver.ts';
import { thankForHelp } from './thankForHelp.ts';
import { togglePrivate } from './togglePrivate.ts';
import { togglePrivateAnnotation } from './togglePrivateAnnotation.ts';
import { undo } from './undo.ts';
import { unlinkFeedback } from './unlinkFeedback.ts';
import { withdrawKnowledge } from './withdrawKnowledge.ts';
import { writeReport } from './writeReport.ts';

export { inputOf } from './inputOf.ts';

/** The body of every command; the chunk is loaded with the first command that runs. */
export const bodies: Record<keyof typeof commands, Command> = {
  acceptSuggestion,
  addAnnotation,
  keepNote,
  keepPrivateNote,
  publishNote,
  replyToAnnotation,
  editAnnotation,
  saveAnnotation,
  cancelAnnotationEdit,
  deleteAnnotation,
  resolveAnnotation,
  unresolveAnnotation,
  tagAnnotation,
  linkAnnotation,
  togglePrivateAnnotation,
  publishAnnotation,
  startPairing,
  submitReview,
  openAnnotation,
  showDrafts,
  discardDraft,
  rephrase,
  editSavedRemarks,
  saveRemark,
  insertSavedRemark,
  silenceFinding,
  explainCoach,
  coachDocument,
  addFeedback,
  addMilestone,
  addNextAction,
  agree,
  annotateComment,
  answerScales,
  answerTrial,
  archiveGoal,
  bringBackFeedback,
  cancelPull,
  captureKnowledge,
  searchKnowledge,
  openKnowledge,
  editKnowledge,
  withdrawKnowledge,
  groupKnowledge,
  exportTour,
  showKnowledgeRisks,
  chooseAccount,
  chooseProgrammeFolder,
  editProfile,
  findMentor,
  matchProgramme,
  chooseRepositories,
  clearFilter,
  completeGoal,
  completeMilestone,
  completeNextAction,
  createGoal,
  createGoalFromTemplate,
  createSpace,
  deleteCache,
  editGoal,
  editNextAction,
  editSession,
  eraseRecord,
  endPairing,
  exportCalendar,
  exportSpace,
  filterFeedback,
  groupFeedback,
  guessReview,
  handOff,
  importSpace,
  joinSpace,
  judgeGuess,
  kudos,
  linkFeedback,
  logSession,
  mergeThemes,
  moveToTheme,
  nameTheme,
  openEarlier,
  openFeedback,
  openOnGitHub,
  openPullRequest,
  openSession,
  prepareSession,
  pullFeedback,
  pulse,
  rateFeedback,
  rateHelpful,
  rateNotHelpful,
  rateSkill,
  askForHelp,
  copyPlaybook,
  openPlaybook,
  planCareerConversation,
  runPlaybookStep,
  thankForHelp,
  recordStep,
  replyToThread,
  resolveThread,
  resetSuggestions,
  restoreBackup,
  reopenGoal,
  searchSessions,
  sendRating,
  setAsideFeedback,
  sharePulse,
  shareSpace,
  showGrowth,
  showHistory,
  showLog,
  showMentorship,
  showReviewTrend,
  showRubric,
  showSpace,
  showWithoutGuess,
  signIn,
  signInWithToken,
  signOut,
  splitTheme,
  switchSpace,
  addMentee,
  openCommonSpace,
  syncSpace,
  tagFeedback,
  tagKeep,
  tagStart,
  tagStop,
  takeOver,
  togglePrivate,
  undo,
  unlinkFeedback,
  unresolveThread,
  untagFeedback,
  startMentorship,
  editMentorship,
  openCharter,
  acceptCharter,
  endMentorship,
  pauseMentorship,
  resumeMentorship,
  handOverMentorship,
  showLoad,
  exportRecognition,
  showProgramme,
  publishSpace,
  writeReport,
};
