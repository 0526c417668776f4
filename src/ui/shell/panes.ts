// What is not needed to type: each in a chunk of its own, fetched behind the console.
import { later } from './later.tsx';

export const GuidePane = later(async () => (await import('./Guide.tsx')).Guide);
export const StagePane = later(async () => (await import('./Stage.tsx')).Stage);
export const TimelinePane = later(async () => (await import('../timeline/Timeline.tsx')).Timeline);
export const StripPane = later(async () => (await import('../network/Strip.tsx')).Strip);
