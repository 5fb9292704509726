export { type Entry, type Progress, Thread, type ThreadParts, type Unsent } from './thread.ts';
