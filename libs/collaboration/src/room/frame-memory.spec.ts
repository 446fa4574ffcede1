import { describe, expect, it } from '@jest/globals';
import { FrameMemory } from './frame-memory.js';

describe('the memory for frames that are kept', () => {
  it('gives each bytes of its own', () => {
    const memory = new FrameMemory();
    const frames = Array.from({ length: 500 }, (_, index) => memory.allocate(40).fill(index % 256));
    frames.forEach((frame, index) => expect(frame.every((byte) => byte === index % 256)).toBe(true));
  });

  it('lies in small pages, so that a frame which stays keeps little else', () => {
    const memory = new FrameMemory();
    const pages = new Set(Array.from({ length: 2_000 }, () => memory.allocate(40).buffer));
    expect(Math.max(...[...pages].map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(4096);
    expect([...pages].reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(2_000 * 40 * 1.1);
  });

  it('begins small, for rooms in which next to nothing is written', () => {
    expect(new FrameMemory().allocate(40).buffer.byteLength).toBe(512);
  });

  it('gives a large frame exactly what it needs, and goes on in the same page', () => {
    const memory = new FrameMemory();
    const { buffer } = memory.allocate(40);
    expect(memory.allocate(100_000).buffer.byteLength).toBe(100_000);
    expect(memory.allocate(40).buffer).toBe(buffer);
  });
});
