import { Table, type TableProps } from 'antd';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import './list-table.css';

/** A list in columns under a `label`. On a phone each row is read from top to bottom, every cell after the name of its column. */
export function ListTable<Row extends object>({ label, columns = [], ...table }: TableProps<Row> & { label: string }) {
  return (
    <ScrollRegion label={label}>
      <Table<Row>
        pagination={false}
        {...table}
        className="list-table"
        columns={columns.map((column) => ({ ...column, onCell: () => ({ 'data-label': column.title }) as object }))}
      />
    </ScrollRegion>
  );
}
