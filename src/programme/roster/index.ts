export { isOwnName, largestFile, mostFiles, readFolder, writeOwnFile } from './disk.ts';
export { fields, limits, peopleVersion } from './fields.ts';
export { byLogin, compare, readPeople, readPerson } from './people.ts';
export { plainText } from './plain.ts';
export { programmeOf, readProgrammeFolder } from './programme.ts';
export * from './types.ts';
export { commonMinutes, overlap, type Stretch, weekOf, workOf } from './week.ts';
export { fixedOffset, isTimeZone, minutesOf } from './zones.ts';
