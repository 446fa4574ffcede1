import type { ReactNode } from 'react';

/** Outlines on a 24 × 24 grid, drawn for this product; `mirror` marks those that point along the reading direction. */
const shapes = {
  add: { paths: ['M12 5v14M5 12h14'] },
  alert: { paths: ['M12 4 2.8 20h18.4zM12 10v4.5', 'M12 17.3v.2'] },
  'arrow-down': { paths: ['M12 5v14M6 13l6 6 6-6'] },
  'arrow-end': { paths: ['M5 12h14M13 6l6 6-6 6'], mirror: true },
  'arrow-up': { paths: ['M12 19V5M6 11l6-6 6 6'] },
  bell: { paths: ['M6 16V11a6 6 0 0 1 12 0v5l2 2.5H4zM10 21h4'] },
  building: { paths: ['M4 20h16M6 20V9l6-4 6 4v11M10 20v-5h4v5M9.5 11h.01M14.5 11h.01'] },
  chart: { paths: ['M4 4v16h16M8 16v-4M12 16V8M16 16v-6'] },
  check: { paths: ['M5 12.5 10 17.5 19 7'] },
  'chevron-down': { paths: ['M6 9l6 6 6-6'] },
  'chevron-end': { paths: ['M9 6l6 6-6 6'], mirror: true },
  close: { paths: ['M6 6l12 12M18 6 6 18'] },
  comment: { paths: ['M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12.5h5'], mirror: true },
  contrast: { paths: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 3v18'], fill: 'M12 3a9 9 0 0 1 0 18z' },
  danger: { paths: ['M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5V13', 'M12 16.3v.2'] },
  document: { paths: ['M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6'] },
  download: { paths: ['M12 4v11M7 11l5 5 5-5M5 20h14'] },
  edit: { paths: ['M4 20l1-4L16 5l3 3L8 19zM14 7l3 3'] },
  filter: { paths: ['M4 6h16M7 12h10M10 18h4'] },
  globe: { paths: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18'] },
  goal: { paths: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', 'M12 12h.01'] },
  history: { paths: ['M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2'] },
  info: { paths: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5', 'M12 7.6v.2'] },
  measure: { paths: ['M5 4h14v16H5zM8.5 9l1.5 1.5L12.5 8M15 9h1M8.5 15l1.5 1.5 2.5-2.5M15 15h1'] },
  menu: { paths: ['M4 7h16M4 12h16M4 17h16'] },
  more: { paths: ['M6 12h.01M12 12h.01M18 12h.01'] },
  offline: { paths: ['M3 3l18 18M5 12.5c1.2-1.1 2.6-1.9 4-2.3M2.5 9A14 14 0 0 1 7 6.3M12 6c3.7 0 7 1.3 9.5 3M16 11.2c1.1.4 2.1 1 3 1.8M8.5 16a5.5 5.5 0 0 1 6 0', 'M12 19.5v.1'] },
  people: { paths: ['M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3 20c0-3.3 2.7-6 6-6s6 2.7 6 6M15.5 5a3.2 3.2 0 0 1 0 6M17 14.5c2.4.7 4 2.9 4 5.5'] },
  person: { paths: ['M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.7-3.7 3.8-6 7.5-6s6.8 2.3 7.5 6'] },
  process: { paths: ['M5 5h6v5H5zM13 14h6v5h-6zM11 7.5h5V14'] },
  redo: { paths: ['M16 5l4.5 4.5L16 14M20 9.5h-9a5.5 5.5 0 0 0 0 11h3'], mirror: true },
  remove: { paths: ['M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5'] },
  retry: { paths: ['M20 12a8 8 0 1 1-2.6-5.9L20 8.5M20 4v4.5h-4.5'] },
  search: { paths: ['M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5'] },
  settings: { paths: ['M4 7h9M17 7h3M4 17h3M11 17h9', 'M15 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM9 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4z'] },
  'sign-out': { paths: ['M14 4H5v16h9M10 12h11M17 8l4 4-4 4'], mirror: true },
  sort: { paths: ['M8 10l4-5 4 5M8 14l4 5 4-5'] },
  success: { paths: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.3l3 3 5-6'] },
  undo: { paths: ['M8 5 3.5 9.5 8 14M4 9.5h9a5.5 5.5 0 0 1 0 11h-3'], mirror: true },
  tasks: { paths: ['M4 7l1.5 1.5L8 6M4 16l1.5 1.5L8 15M11 7h9M11 16h9'] },
} as const satisfies Record<string, { paths: readonly string[]; mirror?: true; fill?: string }>;

export type IconName = keyof typeof shapes;

export interface IconProps {
  name: IconName;
  /** A text makes the icon an image with that name; without one it is decoration and hidden from assistive technology. */
  label?: string;
  size?: 'small' | 'default' | 'large';
  className?: string;
}

/** An icon in the colour of the text around it. */
export function Icon({ name, label, size = 'default', className }: IconProps): ReactNode {
  const shape: { paths: readonly string[]; mirror?: true; fill?: string } = shapes[name];
  const classes = ['kw-icon', `kw-icon--${size}`, shape.mirror ? 'kw-icon--mirror' : '', className].filter(Boolean).join(' ');
  const naming = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    <svg className={classes} viewBox="0 0 24 24" focusable="false" {...naming}>
      {shape.paths.map((path) => (
        <path key={path} d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      ))}
      {shape.fill ? <path d={shape.fill} fill="currentColor" /> : null}
    </svg>
  );
}
