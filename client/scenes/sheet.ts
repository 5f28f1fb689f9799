/** A part of the map painted on a canvas and shown as one picture: sharp at rest, moved as a whole while the map moves. */
import type { GameObjects, Scene, Textures } from 'phaser';
import type { Box } from '../map/boxes.ts';
import { paintedTexture, type TextureSize } from './painted-texture.ts';

export class Sheet {
  private readonly scene: Scene;
  private readonly key: string;
  private texture: Textures.CanvasTexture | null = null;
  readonly image: GameObjects.Image;

  constructor(scene: Scene, key: string, depth: number) {
    this.scene = scene;
    this.key = key;
    this.image = scene.add.image(0, 0, '__DEFAULT').setOrigin(0, 0).setDepth(depth).setVisible(false);
  }

  /** Paints a part of the sheet; `resolution` is device pixels per CSS pixel. The painter works in sheet coordinates. */
  paint(part: Box, resolution: number, painter: (context: CanvasRenderingContext2D) => void): void {
    const width = Math.max(1, Math.round(part.width * resolution));
    const height = Math.max(1, Math.round(part.height * resolution));
    const paintPart = (context: CanvasRenderingContext2D): void => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
      context.setTransform(resolution, 0, 0, resolution, -part.x * resolution, -part.y * resolution);
      painter(context);
    };
    if (this.texture?.width === width && this.texture.height === height) {
      paintPart(this.texture.context);
      this.texture.refresh();
    } else if (!this.replace({ width, height }, paintPart)) return;
    this.image
      .setPosition(part.x, part.y)
      .setScale(1 / resolution)
      .setVisible(true);
  }

  hide(): void {
    this.image.setVisible(false);
  }

  /** Shows a new texture in place of the one of another size; false where there is none. */
  private replace(size: TextureSize, painter: (context: CanvasRenderingContext2D) => void): boolean {
    const old = this.texture;
    const key = `${this.key}-${size.width}x${size.height}`;
    this.texture = paintedTexture(this.scene, key, size, painter);
    if (this.texture) this.image.setTexture(key);
    old?.destroy();
    return this.texture !== null;
  }
}
