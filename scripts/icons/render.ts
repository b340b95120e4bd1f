import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Renders an SVG document to a square PNG of that many pixels. */
export async function renderPng(svg: string, side: number): Promise<Buffer> {
  const sized = svg.replace(
    /<svg ([^>]*?)width="[^"]*" height="[^"]*"/,
    `<svg $1width="${side}" height="${side}"`,
  );
  const canvas = createCanvas(side, side);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(sized)), 0, 0, side, side);
  return canvas.toBuffer('image/png');
}
