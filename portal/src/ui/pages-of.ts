import type { TablePaginationConfig } from 'antd';

/** So many rows at a time, and no pages where one is enough. */
export function pagesOf(size = 50): TablePaginationConfig {
  return { pageSize: size, hideOnSinglePage: true, showSizeChanger: false, placement: ['bottomCenter'] };
}
