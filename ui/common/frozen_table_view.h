// A table whose first columns stay while the rest scrolls: a second view on top shares model, selection and rows.
#pragma once

#include <QTableView>

namespace dimsum {

class FrozenTableView : public QTableView
{
    Q_OBJECT
public:
    explicit FrozenTableView(QWidget *parent = nullptr);

    // Freezes the first `count` columns (logical order), 0 for none. Call after delegates were set; call again
    // when they change. The double bamboo line stands at their right.
    void freeze(int count);
    int frozenColumns() const { return m_count; }
    QTableView *frozenView() const { return m_frozen; }

    void setModel(QAbstractItemModel *model) override;
    void setSelectionModel(QItemSelectionModel *selection) override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void updateGeometries() override;

private:
    void placeFrozen();
    int frozenWidth() const;

    QTableView *m_frozen;
    QWidget *m_line;
    int m_count = 0;
};

} // namespace dimsum
