/** Of git's variables these describe the user's machine; all others would lead git to another repository. */
const kept =
  /^GIT_(SSL_\w+|SSH|SSH_COMMAND|SSH_VARIANT|PROXY_\w+|HTTP_\w+|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|(AUTHOR|COMMITTER)_(NAME|EMAIL)|EXEC_PATH|LFS_\w+)$/;

/**
 * git's environment in somebody's own repository: their machine's settings count, but nothing that points git
 * elsewhere (VS Code may have been started by a hook), and nothing that asks a question or opens an editor.
 */
export function workEnvironment(base: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(base)) {
    const key = name.toUpperCase();
    if (key.startsWith('GIT_') && !kept.test(key)) continue;
    if (key.startsWith('SSH_ASKPASS') || key.startsWith('CAIRN_ASKPASS') || key === 'LANGUAGE') continue;
    if (key === 'LC_ALL' || key === 'LC_MESSAGES') continue;
    env[name] = value;
  }
  return {
    ...env,
    // Only what git says is English; names of files stay what they are to the user's own filter programs.
    ...(base.LC_ALL ? { LC_CTYPE: base.LC_ALL } : {}),
    LC_MESSAGES: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GCM_INTERACTIVE: 'never',
    GIT_EDITOR: ':',
    GIT_SEQUENCE_EDITOR: ':',
    GIT_PAGER: 'cat',
    GIT_MERGE_AUTOEDIT: 'no',
    GIT_LITERAL_PATHSPECS: '1',
    NoDefaultCurrentDirectoryInExePath: '1',
  };
}

const always = [
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'push.recurseSubmodules=no',
  'push.followTags=false',
  // Nothing is tidied away while somebody waits, least of all what a backup may still be made of.
  'gc.auto=0',
  'maintenance.auto=false',
  'i18n.logOutputEncoding=UTF-8',
  'i18n.commitEncoding=UTF-8',
  'core.quotePath=false',
  'advice.detachedHead=false',
  // A made-up address in a commit helps nobody.
  'user.useConfigOnly=true',
  'log.showSignature=false',
];

/** Settings that every call gets. Without hooks none of the repository's runs, not at a checkout either. */
export function workSettings(hooks: boolean): string[] {
  const all = hooks ? always : [...always, 'core.hooksPath=/dev/null'];
  return all.flatMap((setting) => ['-c', setting]);
}
