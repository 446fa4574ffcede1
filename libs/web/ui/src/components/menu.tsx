import type { ReactNode } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Text, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import type { IconName } from './icon.js';
import { Icon } from './icon.js';

export interface MenuEntry {
  id: string;
  label: string;
  description?: string;
  icon?: IconName;
  /** Marks the chosen one of alternatives. */
  isCurrent?: boolean;
  isDisabled?: boolean;
  /** Language of the label where it is not the page's. */
  lang?: string;
  /** Makes the entry a link. */
  href?: string;
  onAction?: () => void;
}

export interface MenuGroup {
  id: string;
  label?: string;
  entries: readonly MenuEntry[];
}

function Entry({ entry }: { entry: MenuEntry }) {
  return (
    <MenuItem id={entry.id} textValue={entry.label} href={entry.href} isDisabled={entry.isDisabled} onAction={entry.onAction} className={entry.isCurrent ? 'kw-option kw-option--current' : 'kw-option'}>
      <span className="kw-option__tick" aria-hidden="true">
        {entry.isCurrent ? <Icon name="check" size="small" /> : entry.icon ? <Icon name={entry.icon} size="small" /> : null}
      </span>
      <span className="kw-option__text">
        <Text slot="label" lang={entry.lang}>{entry.label}</Text>
        {entry.description ? <Text slot="description" className="kw-option__description">{entry.description}</Text> : null}
      </span>
    </MenuItem>
  );
}

/** A button (the `trigger`) that opens a list of actions or links. */
export function Menu({ trigger, groups, label }: { trigger: ReactNode; groups: readonly MenuGroup[]; label?: string }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="kw-popover kw-popover--menu" placement="bottom end">
        <AriaMenu className="kw-listbox" aria-label={label}>
          {groups.map((group) => (
            <MenuSection key={group.id} id={group.id} aria-label={group.label ?? label ?? group.id} className="kw-menu-section">
              {group.label ? <Header className="kw-menu-section__label">{group.label}</Header> : null}
              {group.entries.map((entry) => <Entry key={entry.id} entry={entry} />)}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface TabItem {
  id: string;
  label: string;
  content: ReactNode;
}

/** Alternative views of the same thing. Views with an address of their own are links in a sub-navigation instead. */
export function Tabs({ items, label, selected, onSelect }: { items: readonly TabItem[]; label: string; selected?: string; onSelect?: (id: string) => void }) {
  return (
    <AriaTabs className="kw-tabs" selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList className="kw-tabs__list" aria-label={label}>
        {items.map((item) => <Tab key={item.id} id={item.id} className="kw-tab">{item.label}</Tab>)}
      </TabList>
      {items.map((item) => <TabPanel key={item.id} id={item.id} className="kw-tabs__panel">{item.content}</TabPanel>)}
    </AriaTabs>
  );
}

/** A short explanation at a button, shown on hover and focus. Never the only place of something important. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <AriaTooltip className="kw-tooltip" offset={6}>{text}</AriaTooltip>
    </TooltipTrigger>
  );
}
