import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { findSecrets } from '../../../../src/git/pairing/secrets.ts';
import { gitSync } from '../../../support/git/repositories.ts';
import { newFolder, removeFolders } from '../support.ts';

/** Put together here, so that no scanner takes this file for what it tests. */
const glue = (...parts: string[]) => parts.join('');
const drawn = 'q7Zt2LmX9vKc4RbN8sWd';
const keyLine = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const begin = glue('-----BEGIN', ' PRIVATE KEY-----');

/** A diff that adds a file with these lines. */
function added(name: string, lines: readonly string[]): string {
  const header = `diff --git a/${name} b/${name}\nnew file mode 100644\n--- /dev/null\n+++ b/${name}\n`;
  return `${header}@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}`;
}
const kinds = (name: string, ...lines: string[]) => findSecrets(added(name, lines)).map(({ kind }) => kind);

const tokens: [string, string][] = [
  ['GitHub token', glue('ghp', '_', drawn, drawn)],
  ['GitHub token', glue('github', '_pat_', drawn, drawn, drawn)],
  ['GitLab token', glue('glpat', '-', drawn)],
  ['AWS access key', glue('AK', 'IA', 'Q3ZT7LMX9VKC4RBN')],
  ['Slack token', glue('xox', 'b-', '71829304756-', drawn)],
  ['Slack webhook', glue('https://hooks.slack', '.com/services/', 'T9X8W7V6U/B5T4S3R2Q/', drawn, 'aB3d')],
  ['Stripe key', glue('sk', '_live_', drawn)],
  ['Google API key', glue('AI', 'za', drawn, 'Yh3Jk5Pq7Ts9Vw2')],
  ['npm token', glue('npm', '_', drawn, 'Yh3Jk5Pq7Ts9Vw2X')],
  ['signed token', glue('ey', 'JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey', `J${drawn}.${drawn}${drawn}`)],
  ['password in an address', glue('postgres://ann:', 'k3Hw9sQx@db.example.org/beacon')],
];

describe('probable secrets', () => {
  after(removeFolders);

  for (const [kind, token] of tokens) {
    it(`are found by their shape: ${kind}`, () => {
      assert.deepEqual(kinds('src/a.ts', '', `const client = connect("${token}");`), [kind]);
      assert.deepEqual(kinds('notes.md', `use ${token} for now`), [kind]);
    });
  }

  it('are found as private keys, in a file, in a string, with a head', () => {
    assert.deepEqual(findSecrets(added('id', ['', begin, keyLine, keyLine])), [
      { path: 'id', line: 2, kind: 'private key' },
    ]);
    assert.deepEqual(kinds('a.json', `"key": "${begin}\\n${keyLine}\\n"`), ['private key']);
    const old = glue('-----BEGIN', ' RSA PRIVATE KEY-----');
    assert.deepEqual(kinds('id', old, 'Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES', '', keyLine), [
      'private key',
    ]);
  });

  it('are found in assignments, as names and values say', () => {
    for (const line of [
      `const apiKey = '${drawn}';`,
      `  "client_secret": "${drawn}",`,
      `auth_token => "${drawn}"`,
      `DB_SECRET := \`${drawn}\``,
      `config["signing-key"] = "${drawn}"`,
    ])
      assert.deepEqual(kinds('a.go', line), ['value of a secret'], line);
    assert.deepEqual(kinds('a.py', 'password = "Tr0ub4dor&3"'), ['password']);
    assert.deepEqual(kinds('deploy.yml', `api_key: ${drawn} # of beacon`), ['value of a secret']);
    assert.deepEqual(kinds('.npmrc', `//registry.example.org/:_authToken=${drawn}`), ['value of a secret']);
    assert.deepEqual(kinds('.env', 'export SMTP_PASSWORD=correcthorse', 'PORT=30001'), ['value of a secret']);
    assert.deepEqual(kinds('app/.env.production', 'SESSION_SECRET="lighthouse keeper"'), [
      'value of a secret',
    ]);
  });

  it('are not what stands for one, names one, or takes one from elsewhere', () => {
    for (const line of [
      'const token = await github.getToken();',
      `const apiKey = process.env.API_KEY ?? '';`,
      `password: '\${{ secrets.DEPLOY_PASSWORD }}'`,
      `token: '<your token here, please>'`,
      'SECRET_KEY = "changeme-please-123"',
      `const secretStorageKey = 'cairn.github.token.v2';`,
      `passwordField = "input-password-2"`,
      `url = "https://user:\${PASSWORD}@example.org"`,
      `url = "https://x-access-token:***@github.com/ann/beacon"`,
      'ssh://git:@example.org/x and http://a:b@',
      `const tokenShape = /ghp_[A-Za-z0-9]{36}/;`,
      glue('AKIA', 'IOSFODNN7', 'EXAMPLE is what the manual says'),
      `const start = '${begin}';`,
      `"integrity": "sha512-${drawn}${drawn}=="`,
      `const sha = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b';`,
      `const key = '${drawn}';`,
      `token = 'abcdefghijklmnopqrstuvwxyz0123456789'`,
      `const accessKey = 'ctrl+shift+alt+k';`,
    ])
      assert.deepEqual(kinds('src/a.ts', line), [], line);
    assert.deepEqual(kinds('.env.example', `API_KEY=${drawn}`), []);
    assert.deepEqual(kinds('package-lock.json', `"token": "${drawn}"`), []);
    assert.deepEqual(kinds('.env', 'API_KEY=', 'API_KEY=$OTHER', 'TOKEN=xxxxxxxx'), []);
  });

  it('are looked for in added lines only, whatever their content looks like, and never repeated', () => {
    const folder = newFolder();
    const git = (...args: string[]) => gitSync(args, { cwd: folder });
    const secret = `const apiKey = '${drawn}';`;
    git('init', '--quiet');
    fs.writeFileSync(path.join(folder, 'a b.ts'), `${secret}\none\ntwo\n`);
    git('add', '--all');
    git('commit', '--quiet', '-m', 'one');
    fs.writeFileSync(path.join(folder, 'a b.ts'), `one\n++ b/elsewhere\n@@ -1 +1 @@\n${secret}\n`);
    fs.writeFileSync(path.join(folder, 'ä"q.ts'), `--- a/x\n+++ b/y\n\n${secret}`);
    git('add', '--all');
    const diff = ['diff', '--cached', '--no-color', '--no-ext-diff', '--src-prefix=a/', '--dst-prefix=b/'];
    const expected = [
      { path: 'a b.ts', line: 4, kind: 'value of a secret' },
      { path: 'ä"q.ts', line: 4, kind: 'value of a secret' },
    ];
    for (const lines of ['-U0', '-U3']) {
      const found = findSecrets(git(...diff, lines, 'HEAD', '--'));
      assert.deepEqual(found, expected, lines);
      assert.ok(!JSON.stringify(found).includes(drawn));
    }
    git('commit', '--quiet', '-m', 'two');
    fs.rmSync(path.join(folder, 'a b.ts'));
    git('add', '--all');
    assert.deepEqual(findSecrets(git(...diff, '-U0', 'HEAD', '--')), []);
  });

  it('take linear time and are not counted for ever', () => {
    assert.equal(findSecrets(added('a', Array<string>(5000).fill(`apiKey = '${drawn}'`))).length, 100);
    for (const piece of [
      'a',
      '"',
      "token='",
      'eyJ',
      'a:',
      'ghp_',
      '-----BEGIN ',
      ' ',
      '{',
      'https://a:',
      'sk-proj-',
    ]) {
      const line = piece.repeat(2_000_000 / piece.length);
      for (const name of ['a.ts', '.env'])
        assert.ok(findSecrets(added(name, [line, line])).length <= 2, piece);
    }
    const many = added('a.ts', Array<string>(200_000).fill('const a = "b"; // token: "x"'));
    assert.deepEqual(findSecrets(many), []);
    assert.deepEqual(findSecrets('@@ -0,0 +1,9999999999 @@\n+x'), []);
    assert.deepEqual(findSecrets(''), []);
  });
});
