// Looks through all steps for the smallest that is ready, again and again.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, m;
    cin >> n >> m;
    vector<vector<int>> then(n + 1);
    vector<int> waits(n + 1), order;
    while (m--) {
        int a, b;
        cin >> a >> b;
        then[a].push_back(b);
        ++waits[b];
    }
    for (int round = 0; round < n; ++round) {
        int step = 1;
        while (step <= n && waits[step] != 0) ++step;
        if (step > n) break;
        waits[step] = -1;
        order.push_back(step);
        for (int later : then[step]) --waits[later];
    }
    if ((int)order.size() < n) {
        cout << "stuck after " << order.size() << '\n';
        return 0;
    }
    for (int step : order) cout << step << ' ';
    cout << '\n';
}
