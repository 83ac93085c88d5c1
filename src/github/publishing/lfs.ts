/** How a file that Git LFS keeps elsewhere begins: what a diff and its comments are about then is this pointer. */
export function isLfsPointer(text: string): boolean {
  return text.startsWith('version https://git-lfs.github.com/spec/') && text.length < 1024;
}
