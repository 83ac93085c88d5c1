import * as vscode from 'vscode';
import type { SkillRating } from '../../model/mentorship.ts';
import { plainLine } from '../../model/plainLine.ts';
import { type Rubric, type SkillStanding, standingOf, takenBackAmong } from '../../programme/goals/index.ts';
import type { PanelBlock, PanelContent, PanelItem, PanelSection } from '../panel/index.ts';
import { day } from '../words/time.ts';
import { claimOf, nameWord } from '../words/whose.ts';
import type { Evidence } from './evidence.ts';
import type { TemplateFile, TemplateNote } from './templates.ts';

/** What the panel of a rubric is made of. */
export type RubricInput = {
  /** `null` where nobody here has its text. */
  rubric: (Rubric & { from: TemplateFile }) | null;
  id: string;
  person: string;
  isMe: (name: string) => boolean;
  isSame: (one: string, other: string) => boolean;
  /** Of everybody who rates the newest. */
  ratings: readonly SkillRating[];
  /** All there were, those that were taken back, too. */
  history: readonly SkillRating[];
  evidence: (id: string) => Evidence;
  problems: readonly TemplateNote[];
  /** There is a folder into which a team may copy the text, to change it. */
  hasTeamFolder: boolean;
  now: Date;
};

/** What an offer of the panel does, by its id. */
export type RubricAct =
  | { act: 'rate'; skill: string | null }
  | { act: 'open'; evidence: string }
  | { act: 'text' }
  | { act: 'copy' }
  | { act: 'mend'; note: TemplateNote };

/** Rows of the history. */
const mostHistory = 100;

/** The page: skill by skill where both sides see it, what shows it, what is worth a talk; then how it came to be. */
export function rubricContent(input: RubricInput): { content: PanelContent; acts: Map<string, RubricAct> } {
  const { rubric, id, person, isMe, isSame } = input;
  const acts = new Map<string, RubricAct>();
  const offer = (label: string, act: RubricAct, says?: string) => {
    const key = `${act.act}-${acts.size}`;
    acts.set(key, act);
    return { id: key, label, ...(says === undefined ? {} : { says }) };
  };
  const standings = standingOf(rubric, input.ratings, { rubric: id, person, isSame });
  const who = isMe(person) ? vscode.l10n.t('you') : nameWord(person);
  const about: PanelSection = {
    id: 'about',
    heading: vscode.l10n.t('About these levels'),
    blocks: [
      {
        kind: 'text',
        text: vscode.l10n.t(
          'Each level says what one can see at work. It says nothing of what somebody is worth, and no side is right: where you see something differently, talk about moments that you both remember. Only the people of this space see it.',
        ),
      },
    ],
    offers: rubric
      ? [
          { ...offer(vscode.l10n.t('Rate a skill'), { act: 'rate', skill: null }), isPrimary: true },
          offer(vscode.l10n.t('Open the text of the rubric'), { act: 'text' }),
          ...(input.hasTeamFolder && !rubric.from.isTeams
            ? [offer(vscode.l10n.t('Copy it for your team, to change it'), { act: 'copy' })]
            : []),
        ]
      : [],
    ...(rubric
      ? {}
      : { note: vscode.l10n.t('The text of this rubric is not on this machine: levels are numbers here.') }),
  };
  const sections = standings.map((standing, i) => skillSection(standing, i));
  const history = historyOf(input, standings);
  const title = rubric?.title ?? plainLine(id, 100);
  return {
    content: {
      title: vscode.l10n.t('{0}: {1}', title, who),
      sections: [about, ...sections, ...(history ? [history] : []), ...problemSection()],
    },
    acts,
  };

  function skillSection(standing: SkillStanding, i: number): PanelSection {
    const { skill, self, others } = standing;
    const shown = [...(self ? [self] : []), ...others];
    const blocks: PanelBlock[] = [];
    if (standing.levels.length > 0) blocks.push(sideBySide(standing, input));
    if (shown.length > 0) blocks.push({ kind: 'list', items: shown.flatMap((one) => rows(standing, one)) });
    return {
      ...{ id: `skill-${i}`, heading: skill, note: talkWords(standing, input), blocks },
      offers:
        standing.levels.length > 0
          ? [
              offer(
                vscode.l10n.t('Rate'),
                { act: 'rate', skill },
                vscode.l10n.t('Rate: {0}', plainLine(skill, 100)),
              ),
            ]
          : [],
    };
  }

  /** What somebody said, and below it what they say shows it. */
  function rows(standing: SkillStanding, rating: SkillRating): PanelItem[] {
    const name = raterWord(rating, input);
    const claim = claimOf(rating);
    const marks = [
      ...(rating.isPrivate ? [vscode.l10n.t('private')] : []),
      ...(claim === null ? [] : [vscode.l10n.t('unverified')]),
    ];
    const when = day(new Date(rating.ratedAt), input.now);
    const said: PanelItem = {
      text: vscode.l10n.t('{0}: {1}', name, levelWord(standing, rating.level)),
      about: [when, rating.note, claim].filter(Boolean).join(' · '),
      marks,
    };
    const shows = rating.evidence.map((one): PanelItem => {
      const { kind, label, about } = input.evidence(one);
      const text = vscode.l10n.t('What shows it: {0}', label);
      if (kind === 'gone') return { text, about };
      const open = offer(
        vscode.l10n.t('Open'),
        { act: 'open', evidence: one },
        vscode.l10n.t('Open: {0}', label.slice(0, 100)),
      );
      return { text, about, offers: [open] };
    });
    return [said, ...shows];
  }

  function problemSection(): PanelSection[] {
    if (input.problems.length === 0) return [];
    const items = input.problems.map((note): PanelItem => {
      const open = offer(vscode.l10n.t('Open'), { act: 'mend', note }, vscode.l10n.t('Open: {0}', note.says));
      return { text: note.says, ...(note.path === null ? {} : { offers: [open] }) };
    });
    const heading = vscode.l10n.t('Lines of the templates that are to be mended');
    return [{ id: 'problems', heading, blocks: [{ kind: 'list', items }] }];
  }
}

/** One column for each who may say something: self first. */
function sideBySide({ skill, levels, self, others }: SkillStanding, input: RubricInput): PanelBlock {
  const sides = [self, ...others];
  const name = input.isMe(input.person) ? vscode.l10n.t('You') : nameWord(input.person);
  return {
    kind: 'table',
    caption: vscode.l10n.t('{0}, level by level', skill),
    columns: [
      vscode.l10n.t('Level'),
      vscode.l10n.t('What it looks like'),
      vscode.l10n.t('{0} (self)', name),
      ...others.map((one) => raterWord(one, input)),
    ],
    rows: levels.map(({ level, name, looks }) => [
      `${level} ${name}`,
      looks,
      ...sides.map((one) =>
        one?.level === level ? vscode.l10n.t('here, {0}', day(new Date(one.ratedAt), input.now)) : '',
      ),
    ]),
  };
}

function raterWord({ createdBy, claimedBy }: SkillRating, { isMe }: RubricInput): string {
  if (claimedBy !== null) return vscode.l10n.t('{0} (unverified)', nameWord(claimedBy));
  const name = createdBy ?? '';
  return isMe(name) ? vscode.l10n.t('You') : nameWord(name);
}

function levelWord({ levels }: SkillStanding, level: number | null): string {
  if (level === null) return vscode.l10n.t('taken back');
  const known = levels.find((one) => one.level === level);
  return known ? `${level} ${known.name}` : vscode.l10n.t('level {0}', level);
}

/** Says what there is to talk about, and takes no side. */
function talkWords(standing: SkillStanding, { person, isMe }: RubricInput): string {
  const isOwn = isMe(person);
  const name = nameWord(person);
  switch (standing.talk) {
    case 'nobody':
      return vscode.l10n.t('Nobody has said anything of this yet.');
    case 'self-only':
      return isOwn
        ? vscode.l10n.t('You have said where you see yourself; nobody else has yet.')
        : vscode.l10n.t('{0} has said where they see themselves; nobody else has yet.', name);
    case 'others-only':
      return isOwn
        ? vscode.l10n.t('You have not said yet where you see yourself.')
        : vscode.l10n.t('{0} has not said yet where they see themselves.', name);
    case 'alike':
      return vscode.l10n.t('You see this alike. What would the next step look like?');
    case 'different':
      return vscode.l10n.t(
        'You see this differently, which is worth a talk: which moments did each of you have in mind?',
      );
  }
}

function historyOf(input: RubricInput, standings: readonly SkillStanding[]): PanelSection | null {
  const { id, person, isSame } = input;
  const own = input.history
    .filter((one) => one.rubric === id && isSame(one.person, person))
    .toSorted((a, b) => (a.ratedAt < b.ratedAt ? 1 : a.ratedAt > b.ratedAt ? -1 : 0));
  if (own.length === 0) return null;
  const taken = takenBackAmong(input.history, isSame);
  // Whoever takes words back has the others forget them; they stay one's own to see.
  const isGone = (one: SkillRating) =>
    taken.has(one) && (one.claimedBy !== null || one.createdBy === null || !input.isMe(one.createdBy));
  return {
    id: 'history',
    heading: vscode.l10n.t('How it came to be'),
    blocks: [
      {
        kind: 'table',
        caption: vscode.l10n.t('All ratings, the newest first'),
        columns: [
          vscode.l10n.t('Day'),
          vscode.l10n.t('Who'),
          vscode.l10n.t('Skill'),
          vscode.l10n.t('Level'),
          vscode.l10n.t('Words'),
        ],
        rows: own.slice(0, mostHistory).map((one) => {
          const standing = standings.find(({ skill }) => skill === one.skill);
          const none = { skill: one.skill, levels: [], self: null, others: [], talk: 'nobody' } as const;
          return [
            day(new Date(one.ratedAt), input.now),
            raterWord(one, input),
            one.skill,
            levelWord(standing ?? { ...none, levels: [], others: [] }, isGone(one) ? null : one.level),
            isGone(one) ? '' : (one.note ?? ''),
          ];
        }),
      },
    ],
  };
}
