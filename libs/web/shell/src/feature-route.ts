import type { ComponentType, LazyExoticComponent } from 'react';

/** A page of a feature library in the client's address space. */
export interface FeatureRoute {
  /** Absolute, with `:parameters`, in the German words people see. */
  path: string;
  /** Message key of the general title. */
  titleKey: string;
  /** Catalogue the page's words come from; tells which language it can really show. */
  catalogue: string;
  /** `signed-in` sends everybody else to the sign-in page and back afterwards. */
  access: 'public' | 'signed-in';
  /** The page, loaded when it is first opened. */
  page: LazyExoticComponent<ComponentType>;
  /** `full` for pages that use the whole width, such as the editor; `screen` for those that stand alone, without head and foot, such as a projector. */
  width?: 'page' | 'full' | 'screen';
}
