import type * as vscode from 'vscode';
import type { ReportWords } from '../../growth/report/words.ts';
import type { Plural } from './words.ts';

/** What translates. Named as what it is handed in for, so that its words are found. */
type Translator = Pick<typeof vscode, 'l10n'>;
type GoalWords = Pick<ReportWords, 'about' | 'goals' | 'source' | 'next' | 'empty'>;
type OtherWords = Pick<
  ReportWords,
  'themes' | 'acted' | 'sessions' | 'promises' | 'insight' | 'kudos' | 'own'
>;

/** What a report says of goals, of what comes next, and of where it is shown. */
export function goalWords(vscode: Translator, plural: Plural): GoalWords {
  const statuses = {
    active: vscode.l10n.t('active'),
    completed: vscode.l10n.t('completed'),
    archived: vscode.l10n.t('archived'),
  };
  const origins = {
    mentee: vscode.l10n.t("the mentee's own"),
    organisation: vscode.l10n.t("the organisation's"),
  };
  return {
    about: {
      mentorship: (title, kind) =>
        vscode.l10n.t(
          '“{0}”, a mentorship ({1}).',
          title,
          {
            'one-to-one': vscode.l10n.t('one-to-one'),
            group: vscode.l10n.t('group'),
            reverse: vscode.l10n.t('reverse'),
            peer: vscode.l10n.t('peer'),
          }[kind],
        ),
      mentors: (names) => vscode.l10n.t('Mentored by {0}.', names),
      read: (pulls, pieces, people) =>
        vscode.l10n.t(
          'Read for this: {0}, {1}, from {2}.',
          plural(
            pieces,
            vscode.l10n.t('1 piece of feedback'),
            vscode.l10n.t('{0} pieces of feedback', pieces),
          ),
          plural(pulls, vscode.l10n.t('on 1 pull request'), vscode.l10n.t('on {0} pull requests', pulls)),
          plural(people, vscode.l10n.t('1 person'), vscode.l10n.t('{0} people', people)),
        ),
    },
    goals: {
      goal: (title, status, origin) =>
        vscode.l10n.t('“{0}” ({1}, {2}).', title, statuses[status], origins[origin]),
      since: (day) => vscode.l10n.t('set on {0}', day),
      milestones: (reached, done, all) =>
        vscode.l10n.t(
          '{0} of {1} milestones reached by the end of this time, {2} of them in it.',
          done,
          all,
          reached,
        ),
      milestone: (milestone, goal, day) =>
        vscode.l10n.t('Reached on {0}: “{1}”, for “{2}”.', day, milestone, goal),
      step: (step, about, day) =>
        vscode.l10n.t(
          'On {0} as far as: {1} (“{2}”).',
          day,
          {
            shadow: vscode.l10n.t('watched somebody do it'),
            navigate: vscode.l10n.t('navigated while somebody did it'),
            'reverse-shadow': vscode.l10n.t('did it while somebody watched'),
            solo: vscode.l10n.t('did it alone'),
          }[step],
          about,
        ),
      entry: (title, origin) => vscode.l10n.t('Goal “{0}”, {1}', title, origins[origin]),
    },
    source: {
      pullRequest: (repository, number) => vscode.l10n.t('{0} #{1}', repository, number),
      comment: (by, on, day) => vscode.l10n.t('{0}, {1}, {2}', by, on, day),
      elsewhere: (by, day) => vscode.l10n.t('said by {0} on {1}, written down by hand', by, day),
      commit: (sha) => vscode.l10n.t('commit {0}', sha),
      page: vscode.l10n.t('page'),
      shownBy: vscode.l10n.t('Shown by:'),
      more: (count) => plural(count, vscode.l10n.t('1 more'), vscode.l10n.t('{0} more', count)),
      list: (number) => vscode.l10n.t('List {0}', number),
      entry: (number) => vscode.l10n.t('Source {0}', number),
      people: vscode.l10n.t('With'),
      minutes: (count) => vscode.l10n.t('{0} minutes', count),
      others: (count) => plural(count, vscode.l10n.t('1 other'), vscode.l10n.t('{0} others', count)),
    },
    next: {
      action: (text, due) =>
        due === null
          ? vscode.l10n.t('Promised: “{0}”.', text)
          : vscode.l10n.t('Promised: “{0}”, by {1}.', text, due),
      milestone: (milestone, goal) => vscode.l10n.t('Next for “{0}”: “{1}”.', goal, milestone),
      theme: (name, tag) =>
        tag === 'stop'
          ? vscode.l10n.t('Still comes up as something to stop: “{0}”.', name)
          : vscode.l10n.t('Still comes up as something to start: “{0}”.', name),
      goal: (title) =>
        vscode.l10n.t('“{0}” has no open milestone: what would show the next bit of it?', title),
    },
    empty: {
      ...{ about: '', insights: '', kudos: '', next: '', private: '' },
      goals: vscode.l10n.t('No goal has been set yet.'),
      feedback: vscode.l10n.t('Not enough yet: no feedback of this time was tagged keep, stop or start.'),
      themes: vscode.l10n.t('Not enough yet: nothing in this time was said more than once.'),
      acted: vscode.l10n.t(
        'Not enough yet: no comment on a line asked to stop or to start something in this time.',
      ),
      sessions: vscode.l10n.t('No session was held in this time, as far as was logged.'),
      promises: vscode.l10n.t('Nothing was promised in this time, as far as was written down.'),
    },
  };
}

/** What a report says of themes, actions, sessions and people. */
export function otherWords(vscode: Translator, plural: Plural, days: (n: number) => string): OtherWords {
  const given: ReportWords['kudos']['given'] = (by, to, words, day) =>
    vscode.l10n.t('{0} thanked {1} on {2}: “{3}”', by, to, day, words);
  const kinds: ReportWords['sessions']['kinds'] = {
    'check-in': vscode.l10n.t('Check-in'),
    retrospective: vscode.l10n.t('Retrospective'),
    milestone: vscode.l10n.t('Milestone'),
    pairing: vscode.l10n.t('Pairing'),
    shadowing: vscode.l10n.t('Shadowing'),
    'reverse-shadowing': vscode.l10n.t('Reverse shadowing'),
    'incident-review': vscode.l10n.t('Incident review'),
  };
  return {
    themes: {
      came: (name, pulls, first, last) =>
        vscode.l10n.t(
          '“{0}” came up on {1} pull requests, first on {2}, last on {3}.',
          name,
          pulls,
          first,
          last,
        ),
      once: (name, day) => vscode.l10n.t('“{0}” came up on one pull request, on {1}.', name, day),
      standing: (standing, clear, needed, learnedAt) => {
        const pulls = plural(
          clear,
          vscode.l10n.t('1 later pull request'),
          vscode.l10n.t('{0} later pull requests', clear),
        );
        if (standing === 'learned' && learnedAt !== null)
          return vscode.l10n.t(
            'Counts as learned since {0}: {1} gave room for it, and it came up on none.',
            learnedAt,
            pulls,
          );
        if (standing === 'recurred' && learnedAt !== null)
          return vscode.l10n.t('It counted as learned on {0} and came up once more after that.', learnedAt);
        if (standing === 'not-enough') return vscode.l10n.t('Not enough yet to say whether it was learned.');
        return vscode.l10n.t(
          'Open: since then {0} gave room for it; it counts as learned after {1}.',
          pulls,
          needed,
        );
      },
      unknown: (count) =>
        plural(
          count,
          vscode.l10n.t('Of 1 more it is not known what it touched.'),
          vscode.l10n.t('Of {0} more it is not known what they touched.', count),
        ),
      more: (count) =>
        plural(
          count,
          vscode.l10n.t('1 more theme came up.'),
          vscode.l10n.t('{0} more themes came up.', count),
        ),
      quoted: (words) => `${words}`,
    },
    acted: {
      all: ({ all, acted, beforeMerge, unchanged, unknown }) => {
        const comments = plural(all, vscode.l10n.t('1 comment'), vscode.l10n.t('{0} comments', all));
        if (unknown === all)
          return vscode.l10n.t(
            '{0} on lines of code asked to stop or to start something; what became of these lines is not known.',
            comments,
          );
        const said = vscode.l10n.t(
          '{0} on lines of code asked to stop or to start something. After {1} of them these lines were changed ({2} before the merge), after {3} they were not.',
          comments,
          ...[acted, beforeMerge, unchanged],
        );
        return unknown === 0 ? said : `${said} ${vscode.l10n.t('Of {0} it is not known.', unknown)}`;
      },
      addressed: (quote, by, sha, isRemoved, isBeforeMerge) => {
        const what = isRemoved
          ? vscode.l10n.t('“{0}” (said by {1}): these lines were taken out', quote, by)
          : vscode.l10n.t('“{0}” (said by {1}): these lines were changed', quote, by);
        const how = sha === null ? what : vscode.l10n.t('{0} in {1}', what, sha);
        if (isBeforeMerge === null) return vscode.l10n.t('{0}.', how);
        return isBeforeMerge
          ? vscode.l10n.t('{0}, before the merge.', how)
          : vscode.l10n.t('{0}, after the merge.', how);
      },
    },
    sessions: {
      rhythm: (held, period, rhythm, expected) =>
        vscode.l10n.t(
          'Check-ins in {0}: {1} held; one every {2} days was agreed, which makes {3}.',
          ...[days(period), held, rhythm, expected],
        ),
      held: (count, period) =>
        plural(
          count,
          vscode.l10n.t('1 session was held in {0}.', days(period)),
          vscode.l10n.t('{0} sessions were held in {1}.', count, days(period)),
        ),
      gap: (length, from, to) =>
        vscode.l10n.t(
          'The longest time without a check-in was {0}, from {1} to {2}.',
          days(length),
          from,
          to,
        ),
      minutes: (minutes) =>
        vscode.l10n.t('Together they took {0} hours, as far as was logged.', Math.round(minutes / 6) / 10),
      kinds,
      count: (kind, count) => vscode.l10n.t('{0}: {1} held.', kinds[kind], count),
    },
    promises: {
      kept: ({ all, inTime, late, undated }) =>
        vscode.l10n.t(
          '{0} kept: {1} by the day that was set, {2} later, {3} without a day.',
          plural(all, vscode.l10n.t('1 promise was'), vscode.l10n.t('{0} promises were', all)),
          ...[inTime, late, undated],
        ),
      open: (count, overdue) =>
        vscode.l10n.t(
          '{0} at the end, {1} of them past the day that was set.',
          plural(count, vscode.l10n.t('1 was open'), vscode.l10n.t('{0} were open', count)),
          overdue,
        ),
      one: (text, day, due) =>
        due === null
          ? vscode.l10n.t('Kept on {0}: “{1}”.', day, text)
          : vscode.l10n.t('Kept on {0}: “{1}” (by {2}).', day, text, due),
      entry: (owner, day) =>
        owner === null
          ? vscode.l10n.t('Next action, promised on {0}', day)
          : vscode.l10n.t('Next action of {0}, promised on {1}', owner, day),
    },
    insight: (insight, topic, day) =>
      topic === null
        ? vscode.l10n.t('“{0}” ({1})', insight, day)
        : vscode.l10n.t('“{0}” ({1}, {2})', insight, topic, day),
    kudos: { given, entry: (day) => vscode.l10n.t('Thanks, given on {0}', day) },
    own: {
      goal: (title) => vscode.l10n.t('Goal “{0}”.', title),
      feedback: (words, tag, day) =>
        tag === null
          ? vscode.l10n.t('Said on {0}: “{1}”', day, words)
          : vscode.l10n.t(
              'Said on {0}: “{1}” ({2})',
              day,
              words,
              { keep: vscode.l10n.t('keep'), stop: vscode.l10n.t('stop'), start: vscode.l10n.t('start') }[
                tag
              ],
            ),
      action: (text) => vscode.l10n.t('Next action: “{0}”.', text),
      session: (kind, day) => vscode.l10n.t('{0} on {1}.', kinds[kind], day),
      insight: (insight) => vscode.l10n.t('Learned: “{0}”', insight),
      scale: (scale, value, day) =>
        vscode.l10n.t(
          '{0} on {1}: {2}.',
          {
            confidence: vscode.l10n.t('Confidence'),
            autonomy: vscode.l10n.t('Autonomy'),
            escalations: vscode.l10n.t('Escalations in four weeks'),
          }[scale],
          day,
          value,
        ),
      entry: (day) =>
        day === null ? vscode.l10n.t('A private record') : vscode.l10n.t('A private record of {0}', day),
    },
  };
}
