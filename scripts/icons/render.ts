import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';

/** Renders an SVG document to a square PNG of that many pixels. */
export async function renderPng(svg: string, side: number): Promise<Buffer> {
  return (await draw(svg, side)).toBuffer('image/png');
}

/** The same with a line around everything in it, of a colour and that many pixels wide; without a colour there is none. */
export async function renderOutlined(
  svg: string,
  side: number,
  colour: string | null,
  width: number,
): Promise<Buffer> {
  const drawing = await draw(svg, side);
  return (colour === null ? drawing : outlined(drawing, colour, width)).toBuffer('image/png');
}

async function draw(svg: string, side: number): Promise<Canvas> {
  const sized = svg.replace(
    /<svg ([^>]*?)width="[^"]*" height="[^"]*"/,
    `<svg $1width="${side}" height="${side}"`,
  );
  const canvas = createCanvas(side, side);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(sized)), 0, 0, side, side);
  return canvas;
}

/** The drawing's silhouette, moved around it in a circle, lies beneath the drawing. */
function outlined(drawing: Canvas, colour: string, width: number): Canvas {
  const { width: side } = drawing;
  const silhouette = createCanvas(side, side);
  const paint = silhouette.getContext('2d');
  paint.drawImage(drawing, 0, 0);
  paint.globalCompositeOperation = 'source-in';
  paint.fillStyle = colour;
  paint.fillRect(0, 0, side, side);

  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  const directions = 16;
  for (let step = 0; step < directions; step += 1) {
    const angle = (2 * Math.PI * step) / directions;
    context.drawImage(silhouette, width * Math.cos(angle), width * Math.sin(angle));
  }
  context.drawImage(drawing, 0, 0);
  return canvas;
}
