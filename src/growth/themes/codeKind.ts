/** What kind of code a file holds, as far as its path says. */
export type CodeKind = {
  role: 'source' | 'test' | 'docs' | 'build';
  /** By the ending, in lower case; '' without one. */
  language: string;
  /** Of the file, '' at the top. */
  folder: string;
};

const languages: Record<string, string> = {
  h: 'c',
  cc: 'cpp',
  cxx: 'cpp',
  hpp: 'cpp',
  hh: 'cpp',
  mjs: 'js',
  cjs: 'js',
  jsx: 'js',
  tsx: 'ts',
  mts: 'ts',
  cts: 'ts',
  yaml: 'yml',
  markdown: 'md',
  htm: 'html',
};
const buildNames =
  /^(?:makefile|cmakelists|configure|dockerfile|containerfile|vagrantfile|rakefile|gemfile|package(?:-lock)?\.json|tsconfig|pom\.xml|build\.|setup\.(?:py|cfg)|cargo\.|go\.(?:mod|sum)|autogen|meson|\.)/;
const buildEndings = new Set([
  'am',
  'ac',
  'm4',
  'cmake',
  'mk',
  'yml',
  'toml',
  'gradle',
  'lock',
  'in',
  'include',
  'nix',
  'dockerfile',
  'bazel',
  'sh',
  'ini',
  'pro',
]);
const docEndings = new Set(['md', 'rst', 'txt', 'adoc', 'tex', 'mediawiki']);

/** Role, language and folder of a path with `/` between its parts. */
export function codeKindOf(path: string): CodeKind {
  const parts = path.toLowerCase().split('/');
  const name = parts.pop() as string;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1) : '';
  const language = languages[ending] ?? ending;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const isIn = (...names: string[]) => parts.some((part) => names.includes(part));
  const isTest =
    isIn('test', 'tests', '__tests__', 'spec', 'specs', 'testing', 'fuzz', 'e2e') ||
    /(?:^|[._-])(?:test|tests|spec)(?:[._-]|$)/.test(name) ||
    /^test\w/.test(name);
  const role =
    buildNames.test(name) ||
    isIn('ci', '.github', 'build-aux', 'depends') ||
    (buildEndings.has(ending) && !isTest)
      ? 'build'
      : isTest
        ? 'test'
        : docEndings.has(ending) || isIn('doc', 'docs')
          ? 'docs'
          : 'source';
  return { role, language, folder };
}
