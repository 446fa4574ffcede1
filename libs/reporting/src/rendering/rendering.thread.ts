import { renderDocx } from './docx/docx.renderer.js';
import { renderPdf } from './pdf/pdf.renderer.js';
import type { RenderingAnswer, RenderingTask } from './rendering.task.js';

/** Runs in a thread of its own: a long document keeps a processor busy for a second, and others must not wait for it. */
export default function render(task: RenderingTask): RenderingAnswer | Promise<RenderingAnswer> {
  return task.format === 'pdf' ? renderPdf(task) : renderDocx(task);
}
