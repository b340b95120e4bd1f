import { afterAll, beforeAll } from 'vitest';
import type { DrivenApplication } from '../support/desktop/drivenApplication.ts';
import { Scene, type SceneOptions } from '../desktop/scene.ts';
import { openStranger, type Stranger } from './stranger.ts';

/** The built application as it watches a portal, and a server that it was told nothing of. */
export type Watched = { scene: Scene; application: DrivenApplication; stranger: Stranger };

/** One start for all tests of a file: they look, and leave it as it was. */
export function useWatched(options: SceneOptions = {}): () => Watched {
  let watched: Watched | undefined;
  beforeAll(async () => {
    const scene = await Scene.open(options);
    const stranger = await openStranger();
    scene.desktop.onStop(stranger.close);
    watched = { scene, application: await scene.startWatching(), stranger };
  });
  afterAll(async () => watched?.scene.desktop.stop());
  return () => {
    if (watched === undefined) throw new Error('The application did not start.');
    return watched;
  };
}
