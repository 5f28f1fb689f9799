/**
 * Vite plugin: builds with the parts of Phaser that the map uses instead of the whole library, since named imports of the
 * packaged file do not shake. Parts that Phaser's core asks for and the map never reaches are left out: they are made only
 * on use, and then say so. Sets the build switches that Phaser's sources ask for.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SOURCES = fileURLToPath(new URL('../../node_modules/phaser/src/', import.meta.url));
const PARTS = '\0phaser-parts';
const SWITCHES: Readonly<Record<string, boolean>> = { CANVAS_RENDERER: true, WEBGL_RENDERER: true };

/** What `import … from 'phaser'` gives; a name that is not here fails the build. */
const ENTRY = `
import CONST from '${SOURCES}const.js';
import Game from '${SOURCES}core/Game.js';
import Scene from '${SOURCES}scene/Scene.js';
import Scale from '${SOURCES}scale/index.js';
import '${SOURCES}cameras/2d/CameraManager.js';
import '${SOURCES}gameobjects/DisplayList.js';
import '${SOURCES}gameobjects/UpdateList.js';
import '${SOURCES}gameobjects/GameObjectFactory.js';
import '${SOURCES}gameobjects/image/ImageFactory.js';
import '${SOURCES}events/EventEmitter.js';
import '${SOURCES}scene/ScenePlugin.js';
import '${SOURCES}tweens/TweenManager.js';
const { AUTO } = CONST;
export { AUTO, Game, Scale, Scene };
`;

/** The map draws pictures, fills the camera's ground and fades it; it has its own gestures and no files to load. */
const LEFT_OUT: readonly RegExp[] = [
  /^animations\/Animation\.js$/,
  /^filters\//,
  /^geom\/polygon\//,
  /^input\/(keyboard|mouse|touch)\/\w+Manager\.js$/,
  /^renderer\/webgl\/renderNodes\/filters\//,
  /^renderer\/webgl\/renderNodes\/(BatchHandler(PointLight|Strip|TileSprite|Tri)|DrawLine|DynamicTextureHandler|Fill(Path|Tri)|StrokePath)\.js$/,
  /^renderer\/webgl\/renderNodes\/submitter\/Submitter(MeshToQuad|Tile|TilemapGPULayer|TileSprite)\.js$/,
  /^renderer\/webgl\/renderNodes\/(texturer\/TexturerTileSprite|transformer\/Transformer(Stamp|Tile|TileSprite|Vertex))\.js$/,
  /^textures\/DynamicTexture\.js$/,
  /^textures\/parsers\/(?!index|Canvas|Image)\w+\.js$/,
];
const leftOut = (part: string): string =>
  `module.exports = function () { throw new Error('${part} is not in this build of Phaser'); };`;

/** Parts of which the core wants a little at its start, and one that would keep every map that was ever shown. */
const INSTEAD: Readonly<Record<string, string>> = {
  'core/VisibilityHandler.js': `
    var Events = require('./events');
    module.exports = function (game) {
      var tell = {
        visibilitychange: function () { game.events.emit(document.hidden ? Events.HIDDEN : Events.VISIBLE); },
        blur: function () { game.events.emit(Events.BLUR); },
        focus: function () { game.events.emit(Events.FOCUS); },
      };
      var target = function (type) { return type === 'visibilitychange' ? document : window; };
      for (var type in tell) target(type).addEventListener(type, tell[type]);
      game.events.once(Events.DESTROY, function () {
        for (var type in tell) target(type).removeEventListener(type, tell[type]);
      });
    };`,
  'renderer/index.js': `module.exports = { Events: require('./events') };`,
  'math/index.js': `module.exports = { RandomDataGenerator: require('./random-data-generator/RandomDataGenerator') };`,
  'gameobjects/tilesprite/TileSprite.js': `
    module.exports = function () {};
    module.exports.prototype.setOrigin = function () { return this; };
    module.exports.prototype.destroy = function () {};`,
};

export function smallPhaser(): Plugin {
  return {
    name: 'small-phaser',
    enforce: 'pre',
    resolveId: (source) => (source === 'phaser' ? PARTS : null),
    load(id) {
      if (id === PARTS) return ENTRY;
      if (!id.startsWith(SOURCES)) return null;
      const part = id.slice(SOURCES.length).replaceAll('\\', '/');
      return INSTEAD[part] ?? (LEFT_OUT.some((pattern) => pattern.test(part)) ? leftOut(part) : null);
    },
    transform(code, id) {
      if (!id.startsWith(SOURCES)) return null;
      return code.replace(/typeof ([A-Z][A-Z0-9]*_[A-Z0-9_]+)/g, (_, name: string) => String(SWITCHES[name] ?? false));
    },
  };
}
