import assert from 'node:assert/strict';
import { CairnError } from '../../../src/model/errors.ts';
import { parseHost } from '../../../src/model/host.ts';

describe('parseHost', () => {
  it('knows GitHub.com in all its spellings', () => {
    for (const setting of [
      'https://github.com',
      ' https://GitHub.com/ ',
      'github.com',
      'https://www.github.com',
    ]) {
      assert.deepEqual(parseHost(setting), {
        name: 'github.com',
        web: 'https://github.com',
        rest: 'https://api.github.com',
        graphql: 'https://api.github.com/graphql',
        isGitHubDotCom: true,
        isLoopback: false,
      });
    }
  });

  it('puts the API of ghe.com on a host of its own', () => {
    const host = parseHost('https://Octo.ghe.com');
    assert.equal(host.name, 'octo.ghe.com');
    assert.equal(host.rest, 'https://api.octo.ghe.com');
    assert.equal(host.graphql, 'https://api.octo.ghe.com/graphql');
    assert.equal(host.isGitHubDotCom, false);
  });

  it('puts the API of an Enterprise server below its address, port and all', () => {
    const host = parseHost('https://code.example.org:8443');
    assert.equal(host.name, 'code.example.org:8443');
    assert.equal(host.rest, 'https://code.example.org:8443/api/v3');
    assert.equal(host.graphql, 'https://code.example.org:8443/api/graphql');
    assert.equal(host.isLoopback, false);
  });

  it('takes plain http on this machine', () => {
    for (const setting of ['http://127.0.0.1:4711', 'http://localhost:4711', 'http://[::1]:4711']) {
      assert.equal(parseHost(setting).isLoopback, true, setting);
    }
    assert.equal(parseHost('http://127.0.0.1:4711').name, '127.0.0.1:4711');
  });

  it('refuses what would send a token to the wrong place', () => {
    const wrong = [
      '',
      'http://github.com',
      'http://127.0.0.1.example.org',
      'http://localhost.example.org',
      'ftp://github.com',
      'https://user:word@github.com',
      'https://github.com/owner',
      'https://github.com?x=1',
      'https://github.com#x',
      'https://',
      'javascript:alert(1)',
      'file:///etc/passwd',
    ];
    for (const setting of wrong) {
      const isRight = (error: unknown) =>
        error instanceof CairnError && error.code === 'bad-host' && !error.message.includes('word@');
      assert.throws(() => parseHost(setting), isRight, setting);
    }
  });
});
