import { createCanvas, loadImage } from '@napi-rs/canvas';
import { z } from 'zod';

/** A picture as it is drawn: four bytes a pixel, red, green, blue and how solid it is. */
export type Pixmap = { width: number; height: number; rgba: Uint8ClampedArray };

/** The pixmaps of a tray item as they come over the bus: (width, height, bytes). */
export const busPixmaps = z.array(z.tuple([z.number(), z.number(), z.instanceof(Uint8Array)]));

/** Reads a tray item's pixmap: each pixel is ARGB, in network byte order. */
export function fromBus([width, height, argb]: z.infer<typeof busPixmaps>[number]): Pixmap {
  const rgba = new Uint8ClampedArray(argb.length);
  for (let at = 0; at < argb.length; at += 4) {
    rgba.set(argb.subarray(at + 1, at + 4), at);
    rgba[at + 3] = argb[at] ?? 0;
  }
  return { width, height, rgba };
}

/** Reads a picture file, or its content. */
export async function readPixmap(source: string | Buffer): Promise<Pixmap> {
  const image = await loadImage(source);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}

/** A PNG of it, for a report or for looking at. */
export function toPng({ width, height, rgba }: Pixmap): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const data = context.createImageData(width, height);
  data.data.set(rgba);
  context.putImageData(data, 0, 0);
  return canvas.toBuffer('image/png');
}

/**
 * Whether two pictures are the same to the eye: the same size, and no pixel further apart than rounding explains. On
 * its way to the tray a picture is multiplied with its own solidity and divided by it again.
 */
export function looksLike(one: Pixmap, other: Pixmap, tolerance = 4): boolean {
  if (one.width !== other.width || one.height !== other.height) return false;
  return one.rgba.every((value, at) => {
    const alpha = at | 3;
    if ((at & 3) === 3) return Math.abs(value - (other.rgba[at] ?? 0)) <= tolerance;
    const left = (value * (one.rgba[alpha] ?? 0)) / 255;
    return Math.abs(left - ((other.rgba[at] ?? 0) * (other.rgba[alpha] ?? 0)) / 255) <= tolerance;
  });
}

/** Whether there is anything to be seen: more than one colour. */
export function isPainted({ rgba }: Pixmap): boolean {
  return rgba.some((value, at) => value !== rgba[at % 4]);
}
