import { join } from 'node:path';
import * as vscode from 'vscode';
import type { CairnApi } from './api.ts';
import { menteeOf } from './model/mentee.ts';
import { ActiveSpace } from './ui/activeSpace.ts';
import { registerAnnotations } from './ui/annotations/register.ts';
import { registerCoach } from './ui/coach/register.ts';
import type { Deps } from './ui/commands/deps.ts';
import * as config from './ui/config.ts';
import { registerConversations } from './ui/conversation/register.ts';
import { rememberDataFolder } from './ui/dataFolder.ts';
import { Failures } from './ui/failures.ts';
import { FeedbackView } from './ui/feedback/view.ts';
import { registerGoalsView } from './ui/goals/view.ts';
import { Growth } from './ui/growth/growth.ts';
import { registerGrowthPanel } from './ui/growth/registerPanel.ts';
import { pairingMark } from './ui/ids.ts';
import { keepBackups } from './ui/keepBackups.ts';
import { keepContext } from './ui/keepContext.ts';
import { DataFolderKeeper } from './ui/keepDataFolder.ts';
import { keepFresh } from './ui/keepFresh.ts';
import { registerKnowledge } from './ui/knowledge/register.ts';
import { openStore } from './ui/openStore.ts';
import { registerPanels } from './ui/panel/registerPanels.ts';
import { registerPlaybooks } from './ui/playbooks/register.ts';
import { keepPublished } from './ui/programme/keepPublished.ts';
import { Pulling } from './ui/pulling.ts';
import { isBeforeFirstPull, PullingByItself } from './ui/pullingByItself.ts';
import { registerPullRequests } from './ui/pullRequest/register.ts';
import { registerRecall } from './ui/recall/register.ts';
import { registerCommands } from './ui/registerCommands.ts';
import { Repositories } from './ui/repositories.ts';
import { registerReviewTrend } from './ui/reviewer/register.ts';
import { registerSessions } from './ui/sessions/register.ts';
import { registerSessionsView } from './ui/sessionsView/register.ts';
import { SignIn } from './ui/signIn.ts';
import { SituationKeeper } from './ui/situation.ts';
import { Store } from './ui/store.ts';
import { Syncing } from './ui/sync/syncing.ts';

/** Builds the parts and registers them; reads nothing and waits for nothing. */
export function activate(context: vscode.ExtensionContext): CairnApi {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(vscode.window.createOutputChannel('Cairn', { log: true }));
  const cacheFolder = join(context.globalStorageUri.fsPath, 'github');
  rememberDataFolder(context.globalStorageUri.fsPath);

  const situation = own(new SituationKeeper());
  const failures = new Failures(log, situation);
  const signIn = own(new SignIn(context));
  const repositories = own(new Repositories(context.workspaceState));
  const activeSpace = own(new ActiveSpace(context.globalState));
  const store = own(
    new Store({
      open: () => {
        failures.clear('load');
        return openStore({
          cacheFolder,
          version: String(context.extension.packageJSON.version),
          signIn,
          activeSpace,
          memory: context.workspaceState,
          log,
          onFailure: (error) => failures.show(error),
        });
      },
    }),
  );

  const openCache = async () => {
    const { Cache } = await import('./github/cache.ts');
    return new Cache(cacheFolder, (text) => log.warn(text));
  };
  const { extensionUri, globalStorageUri } = context;
  const growth = own(
    new Growth({ ...{ store, signIn, log, failures }, extensionUri, globalStorageUri, cache: openCache }),
  );

  const feedbackView = own(
    new FeedbackView({
      store,
      growth,
      situation,
      memory: context.workspaceState,
      onFailure: (error) => failures.show(error),
    }),
  );
  const recall = own(registerRecall({ store, signIn, growth, memory: context.workspaceState, log }));
  const goalsView = own(
    registerGoalsView({
      store,
      recall,
      memory: context.globalState,
      log,
      extensionUri: context.extensionUri,
      situation: () => situation.now,
      onDidChangeSituation: situation.onDidChange,
    }),
  );
  const sessionsView = own(
    registerSessionsView({ store, situation, onFailure: (error, source) => failures.show(error, source) }),
  );
  const knowledge = own(
    registerKnowledge({ store, signIn, situation, failures, memory: context.workspaceState, log }),
  );
  const pulling = own(
    new Pulling({
      store,
      signIn,
      repositories,
      log,
      cache: openCache,
      situation,
      failures,
    }),
  );
  const views = [feedbackView, goalsView];
  own(
    new PullingByItself({
      pulling,
      isVisible: () => views.some((view) => view.isVisible),
      onVisibility: (listener) =>
        vscode.Disposable.from(...views.map((view) => view.onDidChangeVisibility(() => listener(undefined)))),
      // Who has nothing here yet is told the next step by the welcome.
      onFailure: (error) => {
        if (store.feedback.length > 0 || !isBeforeFirstPull(error)) failures.show(error, 'pull');
      },
    }),
  );

  const git = async () => {
    const { openGit } = await import('./ui/git.ts');
    return openGit({ signIn, log, globalStorage: context.globalStorageUri });
  };
  const syncing = own(new Syncing({ store, activeSpace, signIn, failures, log, git }));

  own(registerReviewTrend({ store, signIn, git, log }));

  const publisher = async () => {
    const { openPublisher } = await import('./ui/publisher.ts');
    return openPublisher({ signIn, log });
  };
  const pullRequests = own(registerPullRequests({ store, signIn, log, cache: openCache, git, publisher }));
  own(registerSessions({ store, activeSpace, signIn, log }));
  own(registerPlaybooks({ store }));
  const coach = own(registerCoach({ store, signIn, memory: context.workspaceState, log }));

  const annotations = own(registerAnnotations({ store, signIn, activeSpace, failures, log }));
  const conversations = own(
    registerConversations({
      ...{ store, growth, signIn, log, pullRequests, publisher },
      drafts: async () => (await annotations.load()).drafts(),
      onFailure: (error) => failures.show(error, 'act'),
    }),
  );

  const growthPanel = own(
    registerGrowthPanel({
      ...{ store, growth, signIn, log },
      extensionUri: context.extensionUri,
      situation: () => situation.now,
    }),
  );

  own(registerPanels({ log }));

  const deps: Deps = {
    store,
    annotations,
    signIn,
    repositories,
    pulling,
    activeSpace,
    git,
    syncing,
    coach,
    feedbackView,
    growth,
    growthPanel,
    sessionsView,
    knowledge,
    log,
    open: (feedback, options) => conversations.open(feedback, options),
    publisher,
    pullRequests,
    outbox: () => conversations.outbox(),
    memory: context.workspaceState,
    deleteCache: async () => {
      await pulling.cancel();
      await (await openCache()).delete();
      const { deleteKept } = await import('./growth/followThrough/index.ts');
      await deleteKept(context.globalStorageUri.fsPath);
      await store.reload();
    },
  };
  own(
    registerCommands(
      deps,
      (error) => failures.show(error, 'act'),
      () => failures.clear('act'),
    ),
  );
  if (context.workspaceState.get(pairingMark)) void store.load().catch((error) => failures.show(error));
  own(keepFresh({ store, situation, onFailure: (error) => failures.show(error) }));
  own(keepBackups({ store, log }));
  own(keepPublished({ store, log }));
  own(keepContext({ store, signIn, repositories, situation }));
  const reload = () => void store.reload().catch((error) => failures.show(error));
  own(config.onSettingChange(['mentee', 'host'], reload));
  own(new DataFolderKeeper({ store, activeSpace, syncing, log, onFailure: (error) => failures.show(error) }));
  own(activeSpace.onDidChange(reload));
  // Accounts change in other windows and in VS Code's own menu, too.
  own(
    signIn.onDidChange(() => {
      const { mentorship } = store.records;
      const now = { setting: config.menteeSetting(), mentorship, login: signIn.login() };
      if (store.isLoaded && store.mentee !== menteeOf(now)) reload();
      else store.lookAgain();
    }),
  );

  return {
    version: 1,
    getState: () => store.getState(),
    onDidChangeState: (listener, thisArgs, disposables) =>
      store.onDidChange(() => listener.call(thisArgs), undefined, disposables),
  };
}
