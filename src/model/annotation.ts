import type { Anchor, Excerpt } from './events.ts';
import type { Kept, Tag } from './state.ts';

/** A remark that somebody put on lines of a file: a note in the space, or, once published, a review comment, too. */
export type Annotation = {
  id: string;
  /** Markdown as it was written; untrusted. Empty where its author deleted it. */
  body: string;
  /** Its author deleted it, and others' replies are left. */
  isDeleted: boolean;
  /**
   * Where it belongs, the newest place first; the first one that was ever written is always among them. A path is
   * relative and climbs out of nothing: one that did is empty. `endLine` is never before `startLine`.
   */
  anchors: Anchor[];
  /** The pull request in which it was made. */
  number: number | null;
  /** Id of the feedback that it is about. */
  feedbackId: string | null;
  tag: Tag | null;
  goalIds: string[];
  isResolved: boolean;
  /** In the order in which they were written; the first hundred of each person. */
  replies: AnnotationReply[];
  published: PublishedAs | null;
  /** ISO times. */
  createdAt: string;
  editedAt: string | null;
} & Kept;

export type AnnotationReply = {
  id: string;
  /** Markdown as it was written; untrusted. */
  body: string;
  /** ISO times. */
  createdAt: string;
  editedAt: string | null;
  /** Whose words they are; with the name that the line claims where that is unverified. */
  createdBy: string;
  claimedBy: string | null;
};

/** The review comment that an annotation became, as a member of the space says; untrusted. */
export type PublishedAs = {
  /** `owner/name`. */
  repository: string;
  number: number;
  /** GitHub's database id. */
  comment: string;
  url: string;
  /** In a review that was not yet submitted: only its author sees it. */
  isPending: boolean;
  /** ISO time. */
  publishedAt: string;
};

/** What somebody thinks of a piece of feedback, on the feedback itself: the user's own. */
export type OwnRating = {
  id: string;
  isHelpful: boolean;
  note: string | null;
  /** Its author, and whoever reads the space, may see it. */
  isSent: boolean;
};

/** What a mentee thinks of a piece of feedback. */
export type Rating = OwnRating & {
  feedbackId: string;
  /** How the feedback begins, where the rating says so. */
  excerpt: Excerpt | null;
  /** ISO time. */
  ratedAt: string;
  /** Whose words it is; with the name that the line claims where that is unverified. */
  ratedBy: string;
  claimedBy: string | null;
};
