import type { PageBlock } from "./blocks.ts";
import type { Page, Run } from "./runs.ts";

/**
 * Leads from the text nodes of a document tree back to the page's source. Tree and runs come from one tokenizer, so the
 * nth text node is the nth text.
 */
export class Alignment {
  readonly #page: Page;
  readonly #indices = new Map<Node, number>();

  constructor(document: Document, page: Page) {
    this.#page = page;
    let n = 0;
    const visit = (node: Node): void => {
      for (const child of node.childNodes) {
        if (child.nodeType === 3) this.#indices.set(child, page.texts[n++] ?? -1);
        else visit(child);
      }
    };
    visit(document);
    if (n !== page.texts.length) throw new Error(`${page.texts.length} texts in the source, ${n} in the tree`);
  }

  /** The runs of a block, with the line and block breaks between them. */
  runsOf(block: PageBlock): readonly Run[] {
    const indices = block.nodes.map((node) => this.#indices.get(node) ?? -1).filter((index) => index >= 0);
    const own = new Set(indices);
    const found: Run[] = [];
    for (let i = indices[0] ?? 0; i <= (indices.at(-1) ?? -1); i++) {
      const run = this.#page.runs[i]!;
      if (run.kind !== "text" || own.has(i)) found.push(run);
    }
    return found;
  }
}
