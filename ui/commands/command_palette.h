// Find anything: the list that drops from the search field of the tool bar while letters are typed in it.
// Enter runs the marked row, Esc puts the focus back where it was.
#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace dimsum {

class PaletteModel;

class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    // `field` is the input; `window` the widget that the list floats over. The model outlives the palette.
    CommandPalette(QLineEdit *field, PaletteModel &model, QWidget *window);

    void open();
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void aboutToOpen(); // the moment to give the model fresh entries

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showList();
    void place();
    void accept();
    void leave();
    void step(int rows);

    QLineEdit *m_field;
    PaletteModel &m_model;
    QListView *m_list;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace dimsum
