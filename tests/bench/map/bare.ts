/** A bare page of the packaged Phaser that shows as many pictures, of which as many move: the least that it can do. */
import { AUTO, Game, type GameObjects, Scene } from 'phaser';
import { measure, type Shapes } from './page-result.ts';

const SIZE = 24;
const query = new URLSearchParams(location.search);
const shapes: Shapes = { all: Number(query.get('all')), moving: Number(query.get('moving')) };

class Pictures extends Scene {
  private readonly moving: GameObjects.Image[] = [];

  create(): void {
    const texture = this.textures.createCanvas('seal', SIZE, SIZE);
    if (texture === null) throw new Error('no texture');
    texture.context.fillRect(0, 0, SIZE, SIZE);
    texture.refresh();
    const { width, height } = this.scale;
    for (let at = 0; at < shapes.all; at += 1) {
      const image = this.add.image((at * 97) % width, (at * 61) % height, 'seal');
      if (at < shapes.moving) this.moving.push(image);
    }
    void measure(this.game.canvas, () => shapes).then(() => this.game.destroy(true));
  }

  override update(_time: number, deltaMs: number): void {
    for (const image of this.moving) image.x = (image.x + deltaMs * 0.024) % this.scale.width;
  }
}

new Game({
  type: AUTO,
  parent: 'map',
  width: innerWidth,
  height: innerHeight,
  banner: false,
  audio: { noAudio: true },
  render: { powerPreference: 'low-power' },
  scene: Pictures,
});
