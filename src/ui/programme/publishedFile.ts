/** Stands beside a space's private journal, and moves with it: what this machine published of the space. */
export const publishedFile = 'published.json';
