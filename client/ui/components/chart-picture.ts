/** Saves a chart as a picture file: its drawing with its sentence above, at twice the size. */

const SCALE = 2;
const TITLE_PX = 34;
const PAPER = '#FBF7EE';
const INK = '#15212A';

/** What the page's style sheets give the shapes, written into the shapes, since the picture stands alone. */
function withStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [at, one] of from.entries()) {
    const style = getComputedStyle(one);
    for (const name of [
      'fill',
      'stroke',
      'stroke-width',
      'stroke-dasharray',
      'opacity',
      'font-size',
      'font-weight',
      'text-anchor',
    ]) {
      to[at]?.style.setProperty(name, style.getPropertyValue(name));
    }
    to[at]?.style.setProperty('font-family', 'sans-serif');
  }
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
}

function load(source: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the drawing could not be read'));
    image.src = source;
  });
}

/** A name for the file, made of the words of the title. */
export const fileName = (title: string): string =>
  `${
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'chart'
  }.png`;

export async function savePicture(svg: SVGSVGElement | null, title: string): Promise<void> {
  if (svg === null) return;
  const drawing = new XMLSerializer().serializeToString(withStyles(svg));
  const image = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`);
  const { width, height } = svg.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = (height + TITLE_PX) * SCALE;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height + TITLE_PX);
  pen.fillStyle = INK;
  pen.font = '600 17px serif';
  pen.fillText(title, 8, 23, width - 16);
  pen.drawImage(image, 0, TITLE_PX, width, height);
  const link = document.createElement('a');
  link.href = canvas.toDataURL('image/png');
  link.download = fileName(title);
  link.click();
}
