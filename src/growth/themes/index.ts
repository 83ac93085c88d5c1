export { ThemeEngine } from './engine.ts';
export { themeInputOf } from './input.ts';
export type { ThemeAnswer, ThemeChange, ThemeInput, ThemeRequest } from './types.ts';
