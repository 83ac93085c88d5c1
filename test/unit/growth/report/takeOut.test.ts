import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { type Report, reportOf, takeOut, toHtml, toMarkdown } from '../../../../src/growth/report/index.ts';
import type { ReportInput } from '../../../../src/growth/report/types.ts';
import { growthLines } from '../../../support/journal/growthLines.ts';
import { english, outlined, read, reportInput } from '../../../support/report.ts';

/** A mentorship in which every text says its own word, so that it is known where a word comes from. */
function worded(hostile = ''): { input: ReportInput; report: Report } {
  const input = reportInput(growthLines({ months: 4 }));
  let count = 0;
  const word = () => `${hostile}word${(++count).toString().padStart(4, '0')}x`;
  const { state, own } = input;
  const names = new Map<string, string>();
  const named = (name: string | null) => {
    if (name === null || name === state.mentee) return name;
    const known = names.get(name) ?? `person${names.size}name`;
    names.set(name, known);
    return known;
  };
  const goals = (all: typeof state.goals) =>
    all.map((goal) => ({
      ...goal,
      title: word(),
      milestones: goal.milestones.map((step) => ({ ...step, title: word() })),
    }));
  const kudos = (all: typeof state.kudos) =>
    all.map((one) => ({ ...one, text: `${word()} @person0name`, to: named(one.to)! }));
  const feedback = (all: typeof state.feedback) =>
    all.map((item) => ({ ...item, body: `${word()} by PERSON1NAME`, author: named(item.author)! }));
  const sessions = (all: typeof state.sessions) =>
    all.map((one) => ({
      ...one,
      people: one.people.map((name) => named(name)!),
      entries: one.entries.map((row) => ({ ...row, insight: word(), topic: word() })),
    }));
  const actions = (all: typeof state.actions) => all.map((one) => ({ ...one, text: word() }));
  const mentorship = state.mentorship && {
    ...state.mentorship,
    title: word(),
    mentors: state.mentorship.mentors.map((name) => named(name)!),
  };
  const changed: ReportInput = {
    ...input,
    state: {
      ...state,
      ...{ mentorship, goals: goals(state.goals), feedback: feedback(state.feedback) },
      ...{ sessions: sessions(state.sessions), actions: actions(state.actions), kudos: kudos(state.kudos) },
    },
    own: { ...own, goals: goals(own.goals), feedback: feedback(own.feedback), actions: actions(own.actions) },
    themes: input.themes.map((theme) => ({ ...theme, name: word() })),
  };
  return { input: changed, report: reportOf(changed, english) };
}

const wordsIn = (text: string) => new Set(text.match(/word\d{4}x/g));

describe('what was taken out of a report', () => {
  const { report } = worded();
  const claims = report.sections.flatMap(({ claims: all }) => all);
  const ids = [...claims.map(({ id }) => id), ...report.sections.map(({ id }) => id)];

  it('is not in its bytes, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (out, names, charts, includePrivate) => {
          const without = new Set([...out, ...(names ? ['names'] : []), ...(charts ? ['charts'] : [])]);
          const outline = outlined(report, { without, includePrivate });
          const kept = report.sections.flatMap(({ id, claims: all }) =>
            without.has(id)
              ? []
              : all.filter((claim) => !without.has(claim.id) && (includePrivate || !claim.isPrivate)),
          );
          const entries = kept.flatMap(({ sources }) =>
            sources.flatMap((one) => ('record' in one ? [report.entries.get(one.record)!] : [])),
          );
          const mayBe = wordsIn(
            JSON.stringify([
              report.title,
              kept.map(({ parts, chart, sources }) => [parts, chart, sources]),
              entries,
            ]),
          );
          const choice = { without, includePrivate, somebody: english.somebody };
          const { sections, entries: left } = takeOut(report, choice);
          const rest = JSON.stringify([sections.map((one) => one.claims), [...left]]);
          for (const one of wordsIn(rest)) assert.ok(mayBe.has(one), `${one} is still held`);
          for (const bytes of [toHtml(outline, english), toMarkdown(outline, english)]) {
            for (const one of wordsIn(bytes)) assert.ok(mayBe.has(one), `${one} is there`);
            for (const one of mayBe) assert.ok(bytes.includes(one), `${one} is not there`);
            for (const { id } of [...claims, ...report.entries.values()]) assert.ok(!bytes.includes(id), id);
            if (names) assert.ok(!/person\d+name/i.test(bytes));
            if (charts) assert.ok(!/<svg|<table|\| ---/.test(bytes));
            for (const { id, title } of report.sections)
              if (without.has(id) && id !== 'private')
                assert.ok(!new RegExp(`^## ${title}$|<h2[^>]*>${title}<`, 'm').test(bytes), title);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is what a report with everything has', () => {
    const all = outlined(report, { includePrivate: true });
    const [page, text] = [toHtml(all, english), toMarkdown(all, english)];
    for (const one of wordsIn(JSON.stringify(claims.map(({ parts }) => parts))))
      for (const bytes of [page, text]) assert.ok(bytes.includes(one), one);
    for (const bytes of [page, text]) assert.match(bytes, /person0name/);
    assert.match(page, /<svg /);
  });

  it('leaves no name in an address or within a word of the same letters', () => {
    const one = reportOf(
      {
        ...worded().input,
        state: {
          ...worded().input.state,
          feedback: worded().input.state.feedback.map((item) => ({
            ...item,
            ...{ author: 'Ed', body: 'Ed: needed. (ed) @Ed, Eddy and @someone-else', kind: 'line' as const },
            url: 'https://github.com/ed/beacon/pull/1',
          })),
        },
      },
      english,
    );
    const text = toMarkdown(outlined(one, { without: new Set(['names']) }), english);
    assert.ok(!/(?<![a-z])ed(?![a-z])/i.test(text.replaceAll('&amp;', '')), text);
    assert.ok(!text.includes('someone-else'));
    assert.match(text, /somebody: needed\. \\\(somebody\\\) @\u2060somebody, Eddy/);
    assert.ok(toMarkdown(outlined(one), english).includes('github.com/ed/beacon'));
  });
});

const hostile = [
  '</style><script>alert(1)</script><img src=x onerror=alert(1)>',
  '[a](javascript:alert(1)) ![b](https://evil.example/x.png) <https://evil.example/auto>',
  'https://evil.example/bare www.evil.example/bare someone@evil.example mailto:a@evil.example',
  '\n\n# heading\n\n- [ ] list\n\n```\ncode\n',
  '| a | b |\n| --- | --- |\n<!-- <details> -->\u202e\u200b\u2028',
  '*bold* _em_ ~~out~~ `code` $x$ &lt; &#60; \\ [x]: https://evil.example',
].join(' ');

describe('strangers in a report', () => {
  const { report } = worded(hostile);
  const outline = outlined(report, { includePrivate: true });
  const urls = new Set(
    report.sections.flatMap(({ claims }) =>
      claims.flatMap(({ sources }) => sources.flatMap((one) => ('url' in one ? [one.url] : []))),
    ),
  );

  it('make no markup, link or HTML of a Markdown file', () => {
    const links: string[] = [];
    let headings = 0;
    const walk = (tokens: Token[]) => {
      for (const token of tokens) {
        const isOurs = token.type !== 'em' || /^\*\(Private\)\*$/.test(token.raw);
        assert.ok(
          isOurs &&
            !['html', 'image', 'code', 'codespan', 'strong', 'del', 'def', 'blockquote'].includes(token.type),
          token.raw,
        );
        if (token.type === 'link') links.push(token.href);
        if (token.type === 'heading') headings++;
        assert.ok(!('task' in token && token.task), token.raw);
        if ('tokens' in token && token.tokens) walk(token.tokens);
        if (token.type === 'list') walk(token.items);
        if (token.type === 'table') for (const cell of token.rows.flat()) walk(cell.tokens);
      }
    };
    walk(marked.lexer(toMarkdown(outline, english)));
    assert.equal(headings, 2 + outline.sections.length + outline.lists.length + outline.entries.length);
    assert.ok(links.length > 50);
    for (const href of links) assert.ok(urls.has(href) || /^#(list|source)-\d+$/.test(href), href);
  });

  it('are text in a page, in which nothing runs and nothing is fetched', () => {
    const page = toHtml(outline, english);
    const tags = [...page.replace(/<style>[^<]*<\/style>/, '').matchAll(/<([a-z\d]+)((?:\s[^<>]*)?)>/g)];
    const known = new Set(
      'html head meta title body header h1 p nav ul li a main section h2 h3 bdi figure figcaption details summary table caption thead tbody tr th td span svg g rect line text path defs pattern circle style'.split(
        ' ',
      ),
    );
    for (const [whole, name = '', rest = ''] of tags) {
      assert.ok(known.has(name), whole);
      assert.ok(!/\s(on\w+|src|style|srcset|action)=/i.test(rest), whole);
      const href = /\shref="([^"]*)"/.exec(rest)?.[1]?.replaceAll('&amp;', '&');
      if (href !== undefined)
        assert.ok(urls.has(href) || /^#(part|list|entry)-\d+$|^#sources$/.test(href), href);
    }
    assert.match(
      page,
      /default-src 'none'; style-src 'sha256-[A-Za-z\d+/=]+'; base-uri 'none'; form-action 'none'/,
    );
    assert.ok(!/[\u202e\u200b\u2028]/.test(page));
    const count = (tag: string) => page.split(`<${tag}`).length - 1;
    assert.equal(count('script'), 0);
    assert.equal(count('style'), 1);
  });

  it('have their links nowhere but at GitHub and where a person put one', () => {
    const odd = [
      'javascript:alert(1)',
      'https://user:secret@evil.example/',
      'file:///etc/passwd',
      'https://a.example/"><b>`',
    ];
    const { input } = worded();
    const feedback = input.state.feedback.map((item, at) => ({ ...item, url: odd[at % odd.length]! }));
    const some = outlined(reportOf({ ...input, state: { ...input.state, feedback } }, english));
    const [page, text] = [toHtml(some, english), toMarkdown(some, english)];
    for (const bytes of [page, text]) {
      assert.ok(!/javascript|secret|file:/.test(bytes));
      assert.ok(bytes.includes('https://a.example/%22%3E%3Cb%3E%60'));
    }
  });

  it('is read as it was said', () => {
    const about = report.sections[0]!.claims[0]!;
    assert.ok(read(about.parts).includes('<script>alert(1)</script>'));
  });
});
