/** Lets a map rest on which nothing moves by itself: it is drawn after a change, and then no more until the next one. */
import type { Game } from 'phaser';

/** The change, and once more for what a texture that is new uploads late. */
const FRAMES = 2;

export class Rest {
  private readonly game: Game;
  private left = FRAMES;
  private waking = 0;

  constructor(game: Game) {
    this.game = game;
    // What was drawn may be gone after these.
    game.events.on('visible', this.stir);
    game.renderer.on('restorewebgl', this.stir);
  }

  /** Something has changed, or must end. */
  readonly stir = (): void => {
    this.left = FRAMES;
    if (this.game.loop.running || this.waking !== 0) return;
    this.waking = requestAnimationFrame(() => {
      this.waking = 0;
      if (!this.game.loop.running) this.game.loop.wake();
    });
  };

  /** Before each frame. */
  frame(): void {
    this.left -= 1;
    if (this.left < 0) this.game.loop.sleep();
  }
}
