/** What a file is for. */
export type Role = 'source' | 'test' | 'docs' | 'build';

const testFolders = new Set(['test', 'tests', '__tests__', 'spec', 'specs', 'testing', 'e2e', 'fixtures']);
const docsFolders = new Set(['doc', 'docs', 'documentation', 'man']);
const docsEndings = new Set(['md', 'mdx', 'rst', 'adoc', 'txt', 'tex']);
const buildFolders = new Set(['.github', '.gitlab', '.circleci', 'ci', 'build-aux', 'cmake', 'm4']);
const buildEndings = new Set(['cmake', 'mk', 'am', 'ac', 'm4', 'gradle', 'lock', 'nix', 'bazel']);
const buildNames = new Set([
  'makefile',
  'gnumakefile',
  'cmakelists.txt',
  'dockerfile',
  'package.json',
  'package-lock.json',
  'cargo.toml',
  'go.mod',
  'go.sum',
  'pom.xml',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'gemfile',
  'jenkinsfile',
  'build',
  'build.bazel',
  'meson.build',
]);

/**
 * The kind of a file as far as its path tells: its folder, its language (the ending of its name) and what it is for.
 * Two files of one kind in one folder are "such code" to a theme.
 */
export function codeKind(path: string): { folder: string; language: string; role: Role } {
  const parts = path.split('/');
  const name = (parts.pop() ?? '').toLowerCase();
  const dot = name.lastIndexOf('.');
  const language = dot > 0 ? name.slice(dot + 1) : dot === 0 || name === '' ? name : `=${name}`;
  return { folder: parts.join('/'), language, role: roleOf(parts, name, language) };
}

function roleOf(folders: string[], name: string, language: string): Role {
  const isIn = (names: ReadonlySet<string>) => folders.some((folder) => names.has(folder.toLowerCase()));
  if (buildNames.has(name) || buildEndings.has(language) || isIn(buildFolders)) return 'build';
  const words = name.split(/[._-]/);
  if (isIn(testFolders) || words.some((word) => word === 'test' || word === 'tests' || word === 'spec'))
    return 'test';
  if (docsEndings.has(language) || isIn(docsFolders)) return 'docs';
  return 'source';
}
