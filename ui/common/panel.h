// A framed panel: head of 34 px (title, facts, controls) and content below; without a title only the frame.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace dimsum {

class Panel : public QWidget
{
    Q_OBJECT
public:
    explicit Panel(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setFacts(const QString &facts);
    // Right end of the head, in the order of the calls; takes ownership.
    void addControl(QWidget *control);
    // Left in the head, after title and facts; takes ownership.
    void addHeadWidget(QWidget *widget);
    // Below the head, edge to edge; takes ownership. stretch as of QBoxLayout.
    void addContent(QWidget *content, int stretch = 0);
    // Content with the panel padding of 12 px around it.
    void addPadded(QWidget *content, int stretch = 0);
    QVBoxLayout *contentLayout() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyFonts();

    QWidget *m_head;
    QLabel *m_title;
    QLabel *m_facts;
    QHBoxLayout *m_headLeft;
    QHBoxLayout *m_headRight;
    QVBoxLayout *m_content;
};

} // namespace dimsum
