#include "ui/commands/command_palette.h"

#include "ui/commands/palette_model.h"
#include "ui/common/drawing.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace dimsum {

namespace {
constexpr int mostVisibleRows = 9;
}

CommandPalette::CommandPalette(QLineEdit *field, PaletteModel &model, QWidget *window)
    : QFrame(window), m_field(field), m_model(model), m_list(new QListView(this))
{
    setUpList(m_list);
    m_list->setModel(&model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the letters stay in the field
    m_list->setAccessibleName(tr("Found"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_list);
    hide();

    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &letters) {
        m_model.search(letters);
        showList();
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        accept();
    });
}

void CommandPalette::open()
{
    if (!m_field->hasFocus())
        m_before = QApplication::focusWidget();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    Q_EMIT aboutToOpen();
    m_model.search(m_field->text());
    showList();
}

void CommandPalette::showList()
{
    m_list->setCurrentIndex(m_model.index(0, 0));
    place();
    setVisible(m_model.rowCount() > 0);
    raise();
}

void CommandPalette::place()
{
    const int rows = qMin(mostVisibleRows, m_model.rowCount());
    const int height = rows * qMax(metric::twoLineRow, m_list->sizeHintForRow(0)) + 4;
    const QWidget *window = parentWidget();
    const QPoint below = m_field->mapTo(window, QPoint(0, m_field->height() + 4));
    const int width = qMax(m_field->width(), 420);
    const int left = qMax(6, qMin(below.x(), window->width() - width - 6));
    setGeometry(left, below.y(), width, qMin(height, window->height() - below.y() - 30));
}

void CommandPalette::accept()
{
    const int row = m_list->currentIndex().row();
    leave();
    m_model.run(row);
}

void CommandPalette::leave()
{
    hide();
    m_field->clear();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    else
        m_field->clearFocus();
}

void CommandPalette::step(int rows)
{
    const int last = m_model.rowCount() - 1;
    const int row = qBound(0, m_list->currentIndex().row() + rows, last);
    m_list->setCurrentIndex(m_model.index(row, 0));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible()) {
        hide();
    } else if (event->type() == QEvent::MouseButtonPress && !isVisible()) {
        open();
    } else if (event->type() == QEvent::ShortcutOverride && isVisible()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter)
            event->accept();
    } else if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            isVisible() ? step(1) : open();
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_PageDown:
            step(mostVisibleRows);
            return true;
        case Qt::Key_PageUp:
            step(-mostVisibleRows);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (isVisible())
                accept();
            return true;
        case Qt::Key_Escape:
            leave();
            return true;
        default:
            break;
        }
    }
    return false;
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.base);
    paintFrame(&painter, rect(), theme.base, theme.control, 0);
}

} // namespace dimsum
