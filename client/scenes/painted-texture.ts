/** A texture that is handed over painted: a canvas that Phaser makes goes to the graphics card twice, the first time empty. */
import type { Scene, Textures } from 'phaser';

/** Size in device pixels. */
export interface TextureSize {
  readonly width: number;
  readonly height: number;
}

/** Null where there is no canvas to paint on, or the key is taken. */
export function paintedTexture(
  scene: Scene,
  key: string,
  { width, height }: TextureSize,
  painter: (context: CanvasRenderingContext2D) => void,
): Textures.CanvasTexture | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  // As Phaser asks for it, so that both get the same context.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  painter(context);
  return scene.textures.addCanvas(key, canvas);
}
