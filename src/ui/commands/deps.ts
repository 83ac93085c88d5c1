import type * as vscode from 'vscode';
import type { Git } from '../../git/index.ts';
import type { Publisher } from '../../github/publishing/index.ts';
import type { Feedback } from '../../model/state.ts';
import type { ActiveSpace } from '../activeSpace.ts';
import type { LazyAnnotations } from '../annotations/register.ts';
import type { Coach } from '../coach/register.ts';
import type { Outbox } from '../conversation/outbox.ts';
import type { FeedbackView } from '../feedback/view.ts';
import type { Growth } from '../growth/growth.ts';
import type { LazyPanel } from '../growth/registerPanel.ts';
import type { LazyKnowledge } from '../knowledge/register.ts';
import type { Pulling } from '../pulling.ts';
import type { LazyPullRequests } from '../pullRequest/register.ts';
import type { Repositories } from '../repositories.ts';
import type { SessionsView } from '../sessionsView/register.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import type { Syncing } from '../sync/syncing.ts';

/** What a command may use. */
export type Deps = {
  store: Store;
  signIn: SignIn;
  repositories: Repositories;
  pulling: Pulling;
  activeSpace: ActiveSpace;
  /** The git that spaces are shared with; its code is loaded here. */
  git: () => Promise<Git>;
  syncing: Syncing;
  /** What reads comment boxes; its code is loaded here. */
  coach: Coach;
  feedbackView: FeedbackView;
  /** Themes, recurrences and what became of commented lines; its code is loaded with the first question. */
  growth: Growth;
  /** The growth panel; its code is loaded when it is first shown. */
  growthPanel: LazyPanel;
  sessionsView: SessionsView;
  /** The Knowledge view and the marks at the code. */
  knowledge: LazyKnowledge;
  log: vscode.LogOutputChannel;
  /** Shows feedback in the editor: its code at the line, with the conversation. */
  open: (feedback: Feedback, options?: { preserveFocus?: boolean }) => Promise<void>;
  /** What reads and writes pull requests, for whoever is signed in; its code is loaded here. */
  publisher: () => Promise<Publisher>;
  /** Pull requests in the editor. */
  pullRequests: LazyPullRequests;
  /** What answers threads and resolves them. */
  outbox: () => Promise<Outbox>;
  /** Notes in the editor; their code is loaded with the first use. */
  annotations: LazyAnnotations;
  /** Kept for this workspace. */
  memory: vscode.Memento;
  deleteCache: () => Promise<void>;
};

/** A command's body: takes its input as arguments when given and asks when not. */
export type Command = (deps: Deps, ...args: unknown[]) => Promise<unknown>;
