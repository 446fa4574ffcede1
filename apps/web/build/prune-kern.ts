import type { AtRule, Plugin, Rule } from 'postcss';

/** Components of KERN the interface kit renders. Everything else in its style sheet, above all 280 kB of utilities and icons, is dropped. */
const usedClasses = /^kern-(alert|body|btn|card|error|form-input|heading|hint|label|layer|level|light|dark|link|preline|subline|table|title)(?![a-z])/;
const classNames = /\.(kern-[a-z0-9_-]+)/gi;

const isUsed = (selector: string): boolean => [...selector.matchAll(classNames)].every(([, name]) => usedClasses.test(name ?? '') && !/-icon\b/.test(name ?? ''));

function isFromKern(node: Rule | AtRule): boolean {
  return node.source?.input.file?.includes('@kern-ux') ?? false;
}

/** Removes the rules of KERN that nothing uses, and what that leaves empty. */
export function pruneKern(): Plugin {
  return {
    postcssPlugin: 'konzeptwerkstatt-prune-kern',
    OnceExit(root) {
      root.walkRules((rule) => {
        if (!isFromKern(rule) || rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
        const kept = rule.selectors.filter(isUsed);
        if (kept.length === 0) rule.remove();
        else if (kept.length < rule.selectors.length) rule.selectors = kept;
      });
      root.walkAtRules((atRule) => {
        if (isFromKern(atRule) && atRule.nodes?.every((node) => node.type === 'comment')) atRule.remove();
      });
    },
  };
}
