import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRemote } from '../../../src/git/index.ts';
import { CairnError } from '../../../src/model/errors.ts';

const here = { platform: 'linux' as const, home: '/home/ann' };
const windows = { platform: 'win32' as const, home: 'C:\\Users\\ann' };

function refusal(text: string, surroundings = here): string {
  try {
    const { url } = parseRemote(text, surroundings);
    assert.fail(`${JSON.stringify(text)} was taken as ${url}`);
  } catch (error) {
    if (!(error instanceof CairnError)) throw error;
    assert.equal(error.code, 'bad-remote');
    return error.message;
  }
}

describe('the address of a remote', () => {
  it('may be https, and says what it is', () => {
    assert.deepEqual(parseRemote(' https://GitHub.com:443/ann/space.git ', here), {
      kind: 'https',
      url: 'https://github.com/ann/space.git',
      origin: 'https://github.com',
      host: 'github.com',
      repository: 'ann/space',
      label: 'github.com/ann/space',
    });
    const odd = parseRemote('https://git.example:8443/a/b/c/', here);
    assert.deepEqual([odd.host, odd.repository], ['git.example:8443', 'a/b/c']);
    assert.equal(parseRemote('https://ann@dev.azure.com/o/p/_git/space', here).host, 'dev.azure.com');
  });

  it('may be http on this machine only', () => {
    for (const host of ['localhost', '127.0.0.1:4711', '[::1]:80']) {
      assert.equal(parseRemote(`http://${host}/ann/space.git`, here).kind, 'http');
    }
    for (const host of ['github.com', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1']) {
      assert.match(refusal(`http://${host}/ann/space.git`), /not encrypted/);
    }
  });

  it('may be ssh in both ways of writing', () => {
    const long = parseRemote('ssh://git@GitHub.com:22/ann/space.git', here);
    assert.deepEqual(
      [long.url, long.host, long.repository, long.label],
      ['ssh://git@github.com:22/ann/space.git', 'github.com', 'ann/space', 'github.com/ann/space'],
    );
    const short = parseRemote('git@github.com:ann/space.git', here);
    assert.deepEqual([short.kind, short.url, short.origin], ['ssh', 'git@github.com:ann/space.git', null]);
    assert.equal(parseRemote('host:~ann/space.git', here).url, 'host:~ann/space.git');
  });

  it('may be a path of this machine', () => {
    const url = (text: string, surroundings: Parameters<typeof parseRemote>[1]) =>
      parseRemote(text, surroundings).url;
    assert.equal(url('/srv/../srv/space.git/', here), '/srv/space.git');
    assert.equal(url('~/space.git', here), '/home/ann/space.git');
    assert.equal(url('file:///srv/our%20space.git', here), '/srv/our space.git');
    assert.equal(url('C:\\git\\space.git', windows), 'C:\\git\\space.git');
    assert.equal(url('D:/git/space.git', windows), 'D:\\git\\space.git');
    assert.equal(url('\\\\server\\share\\space.git', windows), '\\\\server\\share\\space.git');
    assert.equal(url('~\\space.git', windows), 'C:\\Users\\ann\\space.git');
    assert.equal(url('file:///C:/git/space.git', windows), 'C:\\git\\space.git');
    assert.equal(parseRemote('/srv/space.git', here).label, '/srv/space.git');
  });

  for (const [text, words] of [
    ['', /Type the address/],
    ['ext::sh -c "touch /tmp/x"', /start programs/],
    ['EXT::sh', /start programs/],
    ['fd::7', /start programs/],
    ['https::https://github.com/a/b', /start programs/],
    ['--upload-pack=touch /tmp/x', /does not begin/],
    ['-oProxyCommand=x', /does not begin/],
    ['ssh://-oProxyCommand=touch/x', /name of the server/],
    ['ssh://git@-oProxyCommand=touch/x', /name of the server/],
    ['-oProxyCommand=x:space', /does not begin/],
    ['git@-oProxyCommand=x:space', /name of the server/],
    ['ssh://-l@host/space', /user name/],
    ['git@host:-oProxy', /path in this address/],
    ['git@host:--upload-pack=x', /path in this address/],
    ["git@host:a'; touch /tmp/x; '", /path in this address/],
    ['ssh://host/$(touch x)', /space or a backslash|path in this address/],
    ['ssh://host/$(x)', /path in this address/],
    ['ssh://host/%24(x)', /path in this address/],
    ['https://ann:secret@github.com/a/b', /password/],
    ['ssh://ann:secret@github.com/a/b', /password/],
    ['https://ghp_abcdefghijklmnopqrstuvwxyz0123456789@github.com/a/b', /token/],
    ['https://github_pat_abc@github.com/a/b', /token/],
    ['https://x-access-token@github.com/a/b', /token/],
    ['https://github.com', /no repository/],
    ['https://github.com/', /no repository/],
    ['https://github.com/a/b?x=1', /“\?” or “#”/],
    ['https://github.com/a/b#x', /“\?” or “#”/],
    ['https://github.com/a b', /space or a backslash/],
    ['https://github.com/a%0ab', /cannot be seen/],
    ['https://github.com/a%00b', /cannot be seen/],
    ['https://github.com/a\u202eb', /cannot be seen/],
    ['https://github.com/a%E2%80%AEb', /cannot be seen/],
    ['https://github.com/a\nb', /cannot be seen/],
    ['git://github.com/a/b', /git:\/\/ addresses/],
    ['ftp://github.com/a/b', /ftp:\/\/ addresses/],
    ['javascript://x/a', /addresses/],
    ['github.com/ann/space', /https:\/\/github\.com\/ann\/space/],
    ['ann/space', /no address/],
    ['./space.git', /no address/],
    ['../space.git', /no address/],
    ['/', /root of the disk/],
    ['/ /', /ends with a space/],
    ['/srv/space.git/ /', /ends with a space/],
    ['file:///', /root of the disk/],
    ['file://server/share', /file:\/\/\//],
    ['C:\\git\\space.git', /path of Windows/],
    ['https://', /valid address/],
    [`https://github.com/${'a'.repeat(3000)}`, /too long/],
  ] as const) {
    it(`is not ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.match(refusal(text), words);
    });
  }

  it('is never what git or ssh would take for an option or a program, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...[
        'ext::',
        'https://',
        'http://',
        'ssh://',
        'file://',
        'git@',
        '-',
        '--upload-pack=',
        'host',
        ':',
        '/',
        '::',
      ],
      ...[
        '\n',
        '\0',
        '%0a',
        '%2d',
        '~',
        '.git',
        'C:\\',
        '@',
        'ann:pw@',
        '[::1]',
        '$(x)',
        ' ',
        '..',
        '\u202e',
        'localhost',
      ],
    );
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 8 })
        .map((parts) => parts.join('')),
    );
    let taken = 0;
    fc.assert(
      fc.property(text, fc.constantFrom(here, windows), (typed, surroundings) => {
        let remote: ReturnType<typeof parseRemote>;
        try {
          remote = parseRemote(typed, surroundings);
        } catch (error) {
          assert.ok(error instanceof CairnError, String(error));
          return;
        }
        taken++;
        const { kind, url } = remote;
        assert.doesNotMatch(url, /[\p{Cc}\p{Cf}]/u);
        assert.doesNotMatch(url, /^-|^[A-Za-z0-9+.-]+::/);
        if (kind === 'http')
          assert.match(url, /^http:\/\/([^@/]*@)?(localhost|127\.[\d.]+|\[::1\])(:\d+)?\//);
        if (kind === 'https') assert.match(url, /^https:\/\//);
        if (kind === 'ssh') assert.match(url, /^(ssh:\/\/)?([A-Za-z0-9_][\w.+-]*@)?[A-Za-z0-9[]/);
        if (kind === 'path') assert.match(url, /^(\/|[A-Za-z]:\\|\\\\)/);
        if (kind !== 'path') assert.doesNotMatch(url, /\/\/[^/@]*:[^/@]*@/);
        // What is stored is read again at each sync, and has to mean the same then.
        assert.deepEqual(parseRemote(url, surroundings), remote);
      }),
      { numRuns: 3000 },
    );
    assert.ok(taken > 50, `only ${taken} were taken at all`);
  });
});
